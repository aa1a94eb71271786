import { useTranslations } from 'next-intl'
import { numberAppearances } from '@/lib/graph/origin-graph'
import type { AppearanceView, IndependenceView } from '@/lib/independence/view'

/** How the page calls appearances: by their number, where they stand, and with which they share the passage. */
export function useAppearanceNames(view: IndependenceView) {
  const t = useTranslations('origins')
  const counts = new Map(numberAppearances(view).map(({ id, count }) => [id, count]))
  const titles = new Map(view.claims.map((claim) => [claim.id, claim.articleTitle]))
  const shortName = (id: string | null) => {
    const count = id === null ? undefined : counts.get(id)
    return count === undefined ? t('decision.gone') : t('appearance', { count })
  }
  /** "chaîne 2", and of which article where there are several. */
  const placeName = ({ kind, number, claimId }: AppearanceView) => {
    const what = t(`where.${kind}`, { number })
    return view.claims.length > 1 ? t('where.inArticle', { what, title: titles.get(claimId) ?? '' }) : what
  }
  const tied = (key: 'copiedFrom' | 'sameText' | 'unread', ids: readonly string[]) => {
    const numbers = [...new Set(ids.flatMap((id) => counts.get(id) ?? []))].sort((a, b) => a - b)
    return numbers.length > 0 ? [t(key, { count: numbers.length, numbers: numbers.join(', ') })] : []
  }
  /** "Copie la reprise 2." and "Partage le passage avec la reprise 3.", where it is so. */
  const tiesOf = (id: string): string[] => {
    const { sharings } = view
    const copied = sharings.filter(({ oneId, direction }) => direction === 'oneCopied' && oneId === id)
    const isWith = (each: (typeof sharings)[number]) =>
      each.direction === 'common' && [each.oneId, each.otherId].includes(id)
    const partners = (all: typeof sharings) => all.map(({ oneId, otherId }) => (oneId === id ? otherId : oneId))
    return [
      ...tied(
        'copiedFrom',
        copied.map(({ otherId }) => otherId),
      ),
      ...tied('sameText', partners(sharings.filter((each) => isWith(each) && each.by !== 'unread'))),
      ...tied('unread', partners(sharings.filter((each) => isWith(each) && each.by === 'unread'))),
    ]
  }
  return { counts, shortName, placeName, tiesOf }
}

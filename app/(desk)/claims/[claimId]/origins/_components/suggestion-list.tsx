import { Loader, Radio, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { LinkSuggestion } from '@/lib/independence/link-suggestions'

/** Claims that may say the same, each with why; `null` while they are looked for. Within a radio group. */
export function SuggestionList({ suggestions }: { suggestions: readonly LinkSuggestion[] | null }) {
  const t = useTranslations('origins.links')
  const why = ({ reasons, figure, numbers }: LinkSuggestion) =>
    reasons
      .map((reason) =>
        reason === 'figure'
          ? t('why.figure', { words: figure ?? '' })
          : reason === 'facts'
            ? numbers.length > 0
              ? t('why.facts', { numbers: numbers.join(', ') })
              : t('why.names')
            : t(`why.${reason}`),
      )
      .join(' · ')
  if (suggestions === null)
    return (
      <div role="status">
        <Loader size="xs" aria-hidden /> {t('suggesting')}
      </div>
    )
  if (suggestions.length === 0) return <p style={{ margin: 0 }}>{t('noSuggestion')}</p>
  return (
    <Stack gap="xs" role="group" aria-label={t('suggestions')}>
      {suggestions.map((claim) => (
        <Radio
          key={claim.id}
          value={claim.id}
          label={claim.wording}
          description={t('suggested', { title: claim.articleTitle, number: claim.number, why: why(claim) })}
        />
      ))}
    </Stack>
  )
}

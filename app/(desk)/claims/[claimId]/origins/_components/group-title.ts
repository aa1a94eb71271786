import { useTranslations } from 'next-intl'
import type { NumberedGroup } from '@/lib/graph/origin-graph'

/** What a group is called: its kind ("Origine 1"), and with its name as one title. */
export function useGroupTitle() {
  const t = useTranslations('origins.graph')
  const kindOf = ({ group, number, against }: NumberedGroup) => {
    if (group.standing !== 'origin') return t(group.standing)
    return t(against ? 'counter' : 'origin', { number: number ?? 0 })
  }
  const nameOf = ({ group }: NumberedGroup) => group.origin?.name ?? t('noText')
  const titleOf = (each: NumberedGroup) => t('groupTitle', { kind: kindOf(each), name: nameOf(each) })
  return { kindOf, nameOf, titleOf }
}

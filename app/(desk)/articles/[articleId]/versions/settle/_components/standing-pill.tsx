import { IconCheck, IconLock, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { Pill } from '@/app/_ui/pill'
import type { SettlingItem } from '@/lib/versions/queries/get-settling'
import { type FoundOutcome, OutcomePill } from '../../_components/outcome-pill'

const OUTCOMES: Record<SettlingItem['outcome'], FoundOutcome> = {
  EXACT: 'exact',
  MOVED: 'moved',
  AMBIGUOUS: 'ambiguous',
  ORPHANED: 'orphaned',
}

/** How it stands with an item: settled and how, locked, or where its words were found. */
export function StandingPill({ item }: { item: SettlingItem }) {
  const t = useTranslations('versions')
  if (item.state === 'TAKEN')
    return (
      <Pill tone="true" look="plain" icon={<IconCheck size={13} />}>
        {t('taken')}
      </Pill>
    )
  if (item.state === 'LET_GO')
    return (
      <Pill look="plain" icon={<IconX size={13} />}>
        {t('letGoState')}
      </Pill>
    )
  if (item.refusals.some(({ key }) => key === 'claim.locked'))
    return (
      <Pill look="plain" icon={<IconLock size={13} />}>
        {t('locked')}
      </Pill>
    )
  return <OutcomePill outcome={OUTCOMES[item.outcome]} />
}

import { useTranslations } from 'next-intl'
import { Pill } from '@/app/_ui/pill'
import type { Tone } from '@/app/_ui/tone'
import type { BatchCounts as Counts } from '@/lib/import/queries/batches'
import type { ImportState } from '@/prisma/generated/enums'
import classes from '../../_components/intake/intake.module.css'

/** What asks for somebody first. */
export const STATES = [
  'FAILED',
  'DOUBTFUL',
  'WAITING',
  'SAVED',
  'KNOWN',
  'CANCELLED',
  'UNDONE',
] as const satisfies readonly ImportState[]

export const STATE_LOOK: Record<ImportState, { tone: Tone; icon: string }> = {
  FAILED: { tone: 'false', icon: '✗' },
  DOUBTFUL: { tone: 'warning', icon: '⚠' },
  WAITING: { tone: 'mute', icon: '…' },
  SAVED: { tone: 'true', icon: '✓' },
  KNOWN: { tone: 'mute', icon: '=' },
  CANCELLED: { tone: 'mute', icon: '–' },
  UNDONE: { tone: 'mute', icon: '↩' },
}

/** How many files are in which state, of those that occur. */
export function BatchCounts({ counts }: { counts: Counts }) {
  const t = useTranslations('import.many.state')
  return (
    <span className={classes.counts}>
      {STATES.filter((state) => counts[state] > 0).map((state) => (
        <Pill key={state} look="plain" {...STATE_LOOK[state]}>
          {counts[state]} {t(state)}
        </Pill>
      ))}
    </span>
  )
}

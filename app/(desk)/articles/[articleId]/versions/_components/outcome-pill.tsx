import { IconArrowsMove, IconCheck, IconQuestionMark, IconUnlink } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { Pill } from '@/app/_ui/pill'
import type { Tone } from '@/app/_ui/tone'

export type FoundOutcome = 'exact' | 'moved' | 'ambiguous' | 'orphaned'

const LOOK: Record<FoundOutcome, { tone: Tone; icon: typeof IconCheck }> = {
  exact: { tone: 'true', icon: IconCheck },
  moved: { tone: 'accent', icon: IconArrowsMove },
  ambiguous: { tone: 'warning', icon: IconQuestionMark },
  orphaned: { tone: 'false', icon: IconUnlink },
}

/** Where words were found in a later text, in a word and a sign. */
export function OutcomePill({ outcome }: { outcome: FoundOutcome }) {
  const t = useTranslations('versions')
  const { tone, icon: Icon } = LOOK[outcome]
  return (
    <Pill tone={tone} look="plain" icon={<Icon size={13} />}>
      {t(`outcome.${outcome}`)}
    </Pill>
  )
}

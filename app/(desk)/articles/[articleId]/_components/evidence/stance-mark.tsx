import { IconArrowsSplit2, IconCheck, IconInfoCircle, IconRepeat, IconSearchOff, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { Pill } from '@/app/_ui/pill'
import type { Tone } from '@/app/_ui/tone'
import type { Stance } from '@/prisma/generated/enums'

const LOOKS: Record<Stance, { Icon: typeof IconCheck; tone: Tone }> = {
  SUPPORTS: { Icon: IconCheck, tone: 'true' },
  CONTRADICTS: { Icon: IconX, tone: 'false' },
  QUALIFIES: { Icon: IconArrowsSplit2, tone: 'mixed' },
  CONTEXT: { Icon: IconInfoCircle, tone: 'mute' },
  REPEATS: { Icon: IconRepeat, tone: 'mute' },
  SEARCHED_NOTHING_FOUND: { Icon: IconSearchOff, tone: 'unknown' },
}

/** How a piece of evidence bears on the claim: icon, word and colour together. */
export function StanceMark({ stance }: { stance: Stance }) {
  const t = useTranslations('stance')
  const { Icon, tone } = LOOKS[stance]
  return (
    <Pill look="plain" tone={tone} icon={<Icon size={15} stroke={2.2} />}>
      {t(stance)}
    </Pill>
  )
}

import { useTranslations } from 'next-intl'
import { Pill } from '@/app/_ui/pill'
import type { Tone } from '@/app/_ui/tone'
import type { ReliabilityGrade } from '@/prisma/generated/enums'
import classes from './sources.module.css'

export const GRADE_TONES: Record<ReliabilityGrade, Tone> = {
  A: 'true',
  B: 'mostlytrue',
  C: 'mixed',
  D: 'mostlyfalse',
  E: 'false',
  F: 'unknown',
}

/** A source's reliability in one glance: the letter of the Admiralty code and its words. */
export function GradePill({ grade }: { grade: ReliabilityGrade }) {
  const t = useTranslations('sources.grade')
  return (
    <Pill tone={GRADE_TONES[grade]} icon={<b className={classes.letter}>{grade}</b>}>
      <span className={classes.hidden}>{grade} : </span>
      {t(grade)}
    </Pill>
  )
}

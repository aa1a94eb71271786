import { useTranslations } from 'next-intl'
import classes from './progress-meter.module.css'
import { type Tone, toneColor } from './tone'

interface ProgressSegment {
  value: number
  tone: Tone
  label: string
}

interface ProgressMeterProps {
  /** From left to right; the first one is what counts as done. */
  segments: readonly ProgressSegment[]
  total: number
  /** Said by screen readers and shown beside the bar, e.g. "5 / 9 approuvées"; default "5 sur 9". */
  label?: string
  hideLabel?: boolean
  width?: number | string
}

export function ProgressMeter({ segments, total, label, hideLabel = false, width = 150 }: ProgressMeterProps) {
  const t = useTranslations('ui')
  const text = label ?? t('progress', { done: segments[0]?.value ?? 0, total })
  const details = segments.map((segment) => `${segment.label} ${segment.value}`).join(', ')
  return (
    <span className={classes.meter}>
      <span
        role="img"
        aria-label={details ? `${text} (${details})` : text}
        title={details}
        className={classes.bar}
        style={{ width }}
      >
        {segments.map((segment) => (
          <span
            key={segment.label}
            className={classes.segment}
            style={{ width: total > 0 ? `${(100 * segment.value) / total}%` : 0, background: toneColor(segment.tone) }}
          />
        ))}
      </span>
      {!hideLabel && (
        <span className={classes.label} aria-hidden>
          {text}
        </span>
      )}
    </span>
  )
}

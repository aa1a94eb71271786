import { Radio, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { LineWay } from '@/lib/import/line-shape'
import type { ImportPreview } from '@/lib/import/queries'
import classes from './intake.module.css'

interface LineWayChoiceProps {
  lines: ImportPreview['lines']
  /** What was chosen; null: as proposed. */
  chosen: LineWay | null
  disabled: boolean
  onChange: (way: LineWay) => void
}

const MOST_SHOWN = 40

/** What becomes of the ends of lines, where lines and paragraphs differ; the words that joining puts together are shown. */
export function LineWayChoice({ lines, chosen, disabled, onChange }: LineWayChoiceProps) {
  const t = useTranslations('import.lines')
  const { way, paragraphs, lines: count, joined, joinedCount } = lines
  if (count === paragraphs && way === 'kept') return null
  return (
    <div className={classes.parts}>
      <Radio.Group label={t('title')} value={chosen ?? way} onChange={(next) => onChange(next as LineWay)}>
        <Stack gap={6} mt={6}>
          <Radio value="kept" disabled={disabled} label={t('kept', { count: paragraphs })} />
          <Radio value="paragraphs" disabled={disabled} label={t('paragraphs', { count })} />
          <Radio value="joined" disabled={disabled} label={t('joined')} />
        </Stack>
      </Radio.Group>
      {way === 'joined' && (
        <div className={classes.joined}>
          <p>{t('joinedWords', { count: joinedCount })}</p>
          {joined.slice(0, MOST_SHOWN).map(({ before, after }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they never move
            <span key={at} translate="no" dir="auto">
              <del>{before}</del> → {after}
            </span>
          ))}
        </div>
      )}
    </div>
  )
}

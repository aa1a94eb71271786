import { Button, Group } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { Note } from '@/app/_ui/note'
import { formatWorldDate } from '@/lib/dates/world-date'
import type { WorldDate } from '@/lib/fields'
import type { ReadDate } from '@/lib/import/line-date'

interface DateDoubtNoteProps {
  read: ReadDate | null
  onChoose: (date: WorldDate) => void
}

/** Why the date that was read may be another one, and the others to take instead. */
export function DateDoubtNote({ read, onChoose }: DateDoubtNoteProps) {
  const t = useTranslations('import.doubt')
  const locale = useLocale()
  if (!read?.doubt) return null
  const { doubt, date, others } = read
  const readings = [...(date ? [date] : []), ...others]
  return (
    <Note>
      <p>
        {t(date ? doubt : `${doubt === 'dayOrMonth' ? 'dayOrMonthOpen' : doubt}`, {
          words: readings[0]?.verbatim ?? '',
        })}
      </p>
      {readings.length > 1 && (
        <Group gap="xs">
          {readings.map((each) => (
            <Button key={each.earliest} size="xs" onClick={() => onChoose(each)}>
              {formatWorldDate(each, locale)}
            </Button>
          ))}
        </Group>
      )}
    </Note>
  )
}

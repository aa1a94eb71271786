'use client'

import { Button, Checkbox, Group, Progress, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Section } from '@/app/_ui/section'
import classes from '../../_components/intake/intake.module.css'
import { FileRowLine } from './file-row-line'
import { isDoubtful } from './many-files'
import { useManyFiles } from './use-many-files'

interface ManyFilesListProps {
  files: readonly File[]
  onBack: () => void
}

/** Many files at once: what was read of each, all saved with one button, and taken back with one. */
export function ManyFilesList({ files, onBack }: ManyFilesListProps) {
  const t = useTranslations('import.many')
  const { rows, busy, setTitle, saveAll, undoAll } = useManyFiles(files)
  const count = (...kinds: string[]) => rows.filter(({ state }) => kinds.includes(state.kind)).length
  const [withDoubtful, setWithDoubtful] = useState(false)
  const doubtful = rows.filter(({ state }) => state.kind === 'read' && isDoubtful(state.preview)).length
  const ready = count('read') - (withDoubtful ? 0 : doubtful)
  const saved = count('saved')
  const isReading = count('waiting', 'reading') > 0
  const done = isReading ? rows.length - count('waiting', 'reading') : saved + count('undone')
  const total = isReading ? rows.length : saved + ready + count('saving', 'undone')
  return (
    <Section title={t('title', { count: rows.length })} look="card">
      <Stack gap="md">
        <div>
          <p className={classes.hint} aria-live="polite">
            {(isReading || busy || done > 0) && t(isReading ? 'progressRead' : 'progressSaved', { done, total })}
            {count('refused') > 0 && ` ${t('refused', { count: count('refused') })}`}
          </p>
          {busy && <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label={t('progress')} />}
        </div>
        <ul className={classes.fileRows}>
          {rows.map((row) => (
            <FileRowLine
              key={row.received.key}
              row={row}
              disabled={busy}
              onTitle={(title) => setTitle(row.received.key, title)}
            />
          ))}
        </ul>
        {doubtful > 0 && (
          <Checkbox
            label={t('withDoubtful', { count: doubtful })}
            description={t('withDoubtfulHelp')}
            checked={withDoubtful}
            disabled={busy}
            onChange={(event) => setWithDoubtful(event.currentTarget.checked)}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button onClick={onBack} disabled={busy}>
            {t('others')}
          </Button>
          {saved > 0 && (
            <Button onClick={undoAll} disabled={busy}>
              {t('undoAll', { count: saved })}
            </Button>
          )}
          {(ready > 0 || doubtful > 0 || isReading) && (
            <Button variant="filled" onClick={() => saveAll(withDoubtful)} loading={busy} disabled={ready === 0}>
              {t('saveAll', { count: ready })}
            </Button>
          )}
        </Group>
      </Stack>
    </Section>
  )
}

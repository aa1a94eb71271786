'use client'

import { Button, Group } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Note } from '@/app/_ui/note'
import type { EditableSource } from './editable-source'

interface EditConflictProps {
  theirs: EditableSource
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Says what a colleague has made of the source meanwhile; one's own text stays in the form until one has chosen. */
export function EditConflict({ theirs, onKeepMine, onTakeTheirs }: EditConflictProps) {
  const t = useTranslations('sources.edit')
  const { name, aliases, role, parent, interests, url } = theirs
  const facts = [name, ...aliases, role, parent?.name, interests, url].filter(Boolean)
  return (
    <div role="alert">
      <Note title={t('conflictTitle')}>
        <p>{facts.join(' · ')}</p>
        <Group gap="xs">
          <Button size="compact-sm" onClick={onKeepMine}>
            {t('keepMine')}
          </Button>
          <Button size="compact-sm" onClick={onTakeTheirs}>
            {t('takeTheirs')}
          </Button>
        </Group>
      </Note>
    </div>
  )
}

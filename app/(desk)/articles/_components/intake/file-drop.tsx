'use client'

import { Button, Group } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, type DragEvent, useId, useRef, useState } from 'react'
import { droppedFiles, isOfSystem } from './dropped-files'
import classes from './intake.module.css'

interface FileDropProps {
  onFiles: (files: File[]) => void
  pending: boolean
  fileName: string | null
}

/** A place to drop a text file on, with a button for everyone who does not drag. */
export function FileDrop({ onFiles, pending, fileName }: FileDropProps) {
  const t = useTranslations('import')
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const helpId = useId()
  const give = (files: File[]) => {
    const own = files.filter(({ name }) => !isOfSystem(name))
    if (own.length > 0) onFiles(own)
  }
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = Array.from(event.currentTarget.files ?? [])
    // Emptied, so that choosing the same file again after a refusal is a change too.
    event.currentTarget.value = ''
    give(files)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void droppedFiles(event.dataTransfer).then(give)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={28} aria-hidden className={classes.dropIcon} />
      <div id={helpId}>{fileName ? t('fileChosen', { name: fileName }) : t('dropHere')}</div>
      <Group gap="xs" justify="center">
        <Button loading={pending} aria-describedby={helpId} onClick={() => input.current?.click()}>
          {t('chooseFile')}
        </Button>
        <Button disabled={pending} onClick={() => folder.current?.click()}>
          {t('chooseFolder')}
        </Button>
      </Group>
      <div className={classes.hint}>{t('fileHelp')}</div>
      <input
        ref={input}
        type="file"
        aria-label={t('file')}
        tabIndex={-1}
        className={classes.hiddenInput}
        multiple
        onChange={take}
      />
      <input
        ref={(element) => {
          folder.current = element
          // No attribute that React knows.
          element?.setAttribute('webkitdirectory', '')
        }}
        type="file"
        aria-label={t('folder')}
        tabIndex={-1}
        className={classes.hiddenInput}
        onChange={take}
      />
    </div>
  )
}

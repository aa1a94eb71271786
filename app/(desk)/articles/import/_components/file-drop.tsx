'use client'

import { Button } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, useId, useRef, useState } from 'react'
import classes from './import.module.css'

interface FileDropProps {
  onFile: (file: File) => void
  pending: boolean
  fileName: string | null
}

/** A place to drop a text file on, with a button for everyone who does not drag. */
export function FileDrop({ onFile, pending, fileName }: FileDropProps) {
  const t = useTranslations('import')
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const helpId = useId()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
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
      <Button loading={pending} aria-describedby={helpId} onClick={() => input.current?.click()}>
        {t('chooseFile')}
      </Button>
      <div className={classes.hint}>{t('fileHelp')}</div>
      <input
        ref={input}
        type="file"
        aria-label={t('file')}
        tabIndex={-1}
        className={classes.hiddenInput}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          // Emptied, so that choosing the same file again after a refusal is a change too.
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </div>
  )
}

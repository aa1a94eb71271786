'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { FormError } from '@/app/_ui/form-error'
import { Pill } from '@/app/_ui/pill'
import { useAction } from '@/app/_ui/use-action'
import { useReasonText } from '@/app/_ui/use-reason-text'
import { acceptFilesAction } from '@/app/(desk)/_actions/import'
import type { ImportFileView } from '@/lib/import/queries/batches'
import classes from '../../../_components/intake/intake.module.css'
import { STATE_LOOK } from '../../_components/batch-counts'

interface BatchFileRowProps {
  batchId: string
  file: ImportFileView
  /** Turn back what was misread, where that is taken in. */
  mend: boolean
  onSaid: (text: string) => void
}

/** One file: its name, what has become of it, and why. */
export function BatchFileRow({ batchId, file, mend, onSaid }: BatchFileRowProps) {
  const t = useTranslations('import.many')
  const text = useReasonText()
  const { fileName, state, reasons, article, title } = file
  const accepting = useAction(acceptFilesAction, { onSuccess: ({ count }) => onSaid(t('said.accept', { count })) })
  const name = fileName ?? t('noName')
  return (
    <li className={`${classes.fileRow} ${classes.batchFile}`}>
      <div className={classes.fileName} translate="no" dir="auto">
        {name}
      </div>
      <div>
        <div className={classes.lineState}>
          <Pill look="plain" {...STATE_LOOK[state]}>
            {t(`line.${state}`)}
          </Pill>
          {article ? (
            <span>
              <Link href={`/articles/${article.id}`} dir="auto">
                {article.title}
              </Link>
              {state === 'KNOWN' && article.archivedAt && <> {t('archived')}</>}
            </span>
          ) : (
            title && <span dir="auto">{title}</span>
          )}
        </div>
        {reasons.length > 0 && (
          <p className={state === 'FAILED' ? classes.refusedRow : classes.hint}>{reasons.map(text).join(' ')}</p>
        )}
        {state === 'DOUBTFUL' && (
          <>
            <FormError error={accepting.error} />
            <Button
              size="xs"
              mt="xs"
              loading={accepting.pending}
              aria-label={t('acceptOf', { name })}
              onClick={() => void accepting.run({ id: batchId, files: [file.id], mend })}
            >
              {t('accept')}
            </Button>
          </>
        )}
      </div>
    </li>
  )
}

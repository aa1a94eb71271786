import { TextInput } from '@mantine/core'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { Pill } from '@/app/_ui/pill'
import { useReasonText } from '@/app/_ui/use-reason-text'
import { formatWorldDate } from '@/lib/text/world-date'
import classes from '../../_components/intake/intake.module.css'
import { doubtsOf, type FileRow } from './many-files'

interface FileRowLineProps {
  row: FileRow
  disabled: boolean
  onTitle: (title: string) => void
}

/** One file of many: its name, what was read of it, and what became of it. */
export function FileRowLine({ row, disabled, onTitle }: FileRowLineProps) {
  const t = useTranslations('import.many')
  return (
    <li className={classes.fileRow}>
      <div className={classes.fileName} translate="no">
        {row.received.fileName}
      </div>
      <div>
        {row.state.kind === 'read' && (
          <TextInput
            aria-label={t('titleOf', { name: row.received.fileName ?? '' })}
            maxLength={300}
            value={row.title}
            disabled={disabled}
            onChange={(event) => onTitle(event.currentTarget.value)}
          />
        )}
        <Told row={row} />
      </div>
    </li>
  )
}

function Told({ row: { state, title } }: { row: FileRow }) {
  const t = useTranslations('import.many')
  const formats = useTranslations('import.format')
  const locale = useLocale()
  const textOf = useReasonText()
  if (state.kind === 'refused') return <p className={classes.refusedRow}>{state.error.reasons.map(textOf).join(' ')}</p>
  if (state.kind === 'known')
    return (
      <p className={classes.hint}>
        {t('known')} <Link href={`/articles/${state.articleId}`}>{state.title}</Link>
      </p>
    )
  if (state.kind === 'twin') return <p className={classes.hint}>{t('twin', { name: state.of })}</p>
  if (state.kind === 'saved')
    return (
      <p className={classes.hint}>
        {t('saved')} <Link href={`/articles/${state.articleId}`}>{title}</Link>
      </p>
    )
  if (state.kind === 'undone') return <p className={classes.hint}>{t('undone')}</p>
  if (state.kind !== 'read') return <p className={classes.hint}>{t(state.kind)}</p>
  const { preview } = state
  const facts = [
    formats(preview.format),
    preview.facts.outlet,
    preview.published && formatWorldDate(preview.published, locale),
    t('paragraphs', { count: preview.paragraphs }),
  ]
  return (
    <p className={classes.hint}>
      {facts.filter(Boolean).join(' · ')}
      {doubtsOf(preview).map((doubt) => (
        <Fragment key={doubt}>
          {' '}
          <Pill tone="warning" look="plain" icon="⚠">
            {t(`doubt.${doubt}`)}
          </Pill>
        </Fragment>
      ))}
    </p>
  )
}

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { claimHref, PANEL_TABS } from '@/app/(desk)/_components/claims/panel-tab'
import { useKnownLabel } from '@/app/(desk)/_components/claims/use-known-label'
import { type TextPart, textChanges } from '@/lib/text/text-changes'
import type { Change } from '@/lib/verdicts/attention'
import { successorsIn } from '@/lib/verdicts/differing'
import classes from './attention.module.css'
import { type ChangeRow, nameOf, placeOf, rowsOf } from './change-rows'
import { useChangeText } from './use-change-text'

const EXCERPT = 90
const short = (text: string) => (text.length > EXCERPT ? `${text.slice(0, EXCERPT).toWellFormed()}…` : text)

/** One thing that is not what it was: what became of it, and both states side by side. */
export function AttentionChange({ change, claimId }: { change: Change; claimId: string }) {
  const t = useTranslations('attention')
  const label = useKnownLabel()
  const sort = `${change.kind}.${change.what}`
  const name = nameOf(change)
  const rows = rowsOf(change)
  const place = placeOf(change, (tab) =>
    claimHref(
      claimId,
      PANEL_TABS.find((each) => each === tab),
    ),
  )
  const successors = change.fields.flatMap(({ after }) => (change.what === 'superseded' ? successorsIn(after) : []))
  const isUnknown = rows.length === 0 && change.what !== 'touched'
  return (
    <li className={classes.change}>
      <p className={classes.what}>
        {/* Counted as none: the words of a heading. */}
        <b>{label(`attention.count.${sort}`, { count: 0 })}</b>
        {name && ` ${t('quoted', { words: short(name) })}`}
      </p>
      {rows.map((row) => (
        <Pair key={row.field} kind={change.kind} row={row} />
      ))}
      {isUnknown && <p className={classes.hint}>{t('notKept')}</p>}
      {change.what === 'touched' && <p className={classes.hint}>{t('putBack')}</p>}
      {successors.map(({ id, reason, claimId: of, articleId }) => (
        <p key={id} className={classes.hint}>
          {reason && t('because', { reason })}{' '}
          <Link href={`/articles/${articleId}?claim=${of}`}>{t('seeSuccessor')}</Link>
        </p>
      ))}
      {place && successors.length === 0 && (
        <p className={classes.hint}>
          <Link href={place}>{t('see')}</Link>
        </p>
      )}
    </li>
  )
}

function Pair({ kind, row }: { kind: Change['kind']; row: ChangeRow }) {
  const t = useTranslations('attention')
  const label = useKnownLabel()
  const textOf = useChangeText()
  const own = `${kind}.field.${row.field}`
  const field = label(`attention.field.${row.field}`) ?? label(own) ?? row.field
  const [then, now] = [textOf(kind, row.field, row.before), textOf(kind, row.field, row.after)]
  const { before, after } = textChanges(then, now)
  // Where there is nothing, nothing is struck out or put in.
  const nothing = [{ text: t('nothing'), differs: false }]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what one fills in.
    <div role="group" aria-label={field} className={classes.pair}>
      <p className={classes.field}>{field}</p>
      <Side title={t('then')} parts={then === t('nothing') ? nothing : before} as="del" />
      <Side title={t('now')} parts={now === t('nothing') ? nothing : after} as="ins" />
    </div>
  )
}

function Side({ title, parts, as: Mark }: { title: string; parts: readonly TextPart[]; as: 'del' | 'ins' }) {
  return (
    <div className={classes.side}>
      <span className={classes.when} dir="auto">
        {title}
      </span>
      <p>
        {parts.map(({ text, differs }, at) =>
          // The parts of a text have no other name than their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          differs ? <Mark key={at}>{text}</Mark> : <span key={at}>{text}</span>,
        )}
      </p>
    </div>
  )
}

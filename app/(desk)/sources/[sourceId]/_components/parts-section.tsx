import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { DateText } from '@/app/_ui/date-text'
import { Section } from '@/app/_ui/section'
import { listParts, type PartView } from '@/lib/sources/queries/parts'
import type { SourceValue } from '@/lib/sources/schema'
import { WorldDateText } from '../../../_components/world-date-text'
import sourceClasses from '../../_components/sources.module.css'
import { RemovePartButton } from './remove-part-button'
import { SetPartButton } from './set-part-button'
import classes from './source-page.module.css'

/** What an organisation is part of, and what is part of it: they count as one origin, below governments. */
export async function PartsSection({ source }: { source: SourceValue }) {
  const [{ wholes, parts, refusals }, t] = await Promise.all([
    getCtx().then((ctx) => listParts(ctx, source.id)),
    getTranslations('sources.parts'),
  ])
  const count = wholes.length + parts.length
  const period = ({ since, until }: PartView) => (
    <>
      {since && <span>{t.rich('since', { date: () => <WorldDateText value={since} /> })}</span>}
      {until && <span>{t.rich('until', { date: () => <WorldDateText value={until} /> })}</span>}
    </>
  )
  const line = (each: PartView, what: 'partOf' | 'hasPart') => (
    <li key={each.id} className={classes.merge}>
      <div>
        <p className={classes.mergeWords}>
          {t.rich(what, {
            whole: () => (
              <Link href={`/sources/${each.whole.id}`} dir="auto">
                {each.whole.name}
              </Link>
            ),
            part: () => (
              <Link href={`/sources/${each.source.id}`} dir="auto">
                {each.source.name}
              </Link>
            ),
          })}
        </p>
        <div className={classes.meta}>
          {period(each)}
          {each.reason && <span dir="auto">{each.reason}</span>}
          <span>{t.rich('by', { name: each.by.name, date: () => <DateText value={each.at} look="dateTime" /> })}</span>
        </div>
        {each.whole.isGovernment && <p className={classes.quiet}>{t('government')}</p>}
      </div>
      <RemovePartButton
        part={{
          ...{ id: each.id, since: each.since, until: each.until, reason: each.reason },
          ...{ sourceId: each.source.id, wholeId: each.whole.id },
        }}
        names={{ part: each.source.name, whole: each.whole.name }}
        reasons={refusals.remove}
      />
    </li>
  )
  return (
    <Section
      title={t('title')}
      count={count}
      look={count > 0 ? 'flush' : 'card'}
      id="parts"
      actions={<SetPartButton source={source} reasons={refusals.set} />}
    >
      {count === 0 ? (
        t('empty')
      ) : (
        <ul className={sourceClasses.list}>
          {wholes.map((each) => line(each, 'partOf'))}
          {parts.map((each) => line(each, 'hasPart'))}
        </ul>
      )}
    </Section>
  )
}

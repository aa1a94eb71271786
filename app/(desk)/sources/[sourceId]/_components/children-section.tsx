import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { Section } from '@/app/_ui/section'
import { leftOf } from '@/lib/database/bounded-count'
import { listChildren } from '@/lib/sources/queries/get-source'
import sourceClasses from '../../_components/sources.module.css'
import classes from './source-page.module.css'

/** What belongs to a source: documents that it issued, outlets that it owns, voices of the institution. */
export async function ChildrenSection({ sourceId }: { sourceId: string }) {
  const [{ total, children }, t, kind] = await Promise.all([
    getCtx().then((ctx) => listChildren(ctx, sourceId)),
    getTranslations('sources.children'),
    getTranslations('source.kind'),
  ])
  if (total.count === 0) return null
  const left = leftOf(total, children.length)
  return (
    <Section title={t('title')} count={total} look="flush">
      <ul className={sourceClasses.list}>
        {children.map((child) => (
          <li key={child.id} className={classes.line}>
            <Link href={`/sources/${child.id}`} dir="auto">
              {child.name}
            </Link>
            <span className={classes.quiet}>{[kind(child.kind), child.role].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
        {left.count > 0 && (
          <li className={classes.line}>{t(left.more ? 'moreThan' : 'more', { count: left.count })}</li>
        )}
      </ul>
    </Section>
  )
}

import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { DateText } from '@/app/_ui/date-text'
import { Section } from '@/app/_ui/section'
import { findConfidential } from '@/lib/sources/queries/confidential'
import classes from './confidential.module.css'
import { ReplaceIdentity } from './replace-identity'
import { SeeIdentity } from './see-identity'

/** Of a confidential source: why it is unnamed, who answers for that, and who has looked. Nothing for any other. */
export async function ConfidentialSection({ sourceId }: { sourceId: string }) {
  const [view, t, did] = await Promise.all([
    findConfidential(await getCtx(), sourceId),
    getTranslations('confidential'),
    getTranslations('activity.did'),
  ])
  if (!view) return null
  const { version, hasIdentity, refusals, approvedAt, approvedBy } = view
  const missing = hasIdentity ? [] : [{ key: 'source.identityMissing' }]
  return (
    <Section title={t('title')} look="card">
      <dl className={classes.facts}>
        <dt>{t('whyUnnamed')}</dt>
        <dd>{view.whyUnnamed}</dd>
        <dt>{t('approvedBy')}</dt>
        <dd>{t.rich('approved', { name: approvedBy.name, date: () => <DateText value={approvedAt} /> })}</dd>
        <dt>{t('state')}</dt>
        <dd>{hasIdentity ? t('stored') : t('notStored')}</dd>
      </dl>
      <div className={classes.buttons}>
        <SeeIdentity sourceId={sourceId} reasons={[...refusals.see, ...missing]} />
        <ReplaceIdentity {...{ sourceId, version, hasIdentity }} reasons={refusals.seal} />
      </div>
      <h3 className={classes.heading} id="identity-log">
        {t('log')}
      </h3>
      <ul className={classes.log} aria-labelledby="identity-log">
        {view.looks.map(({ id, action, actor, at }) => (
          <li key={id}>
            <span>{did(action)}</span>
            <span dir="auto">{actor?.name}</span>
            <DateText value={at} look="dateTime" />
          </li>
        ))}
      </ul>
    </Section>
  )
}

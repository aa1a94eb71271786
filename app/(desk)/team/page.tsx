import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { holds, PERMISSIONS } from '@/lib/auth/permissions'
import { listOwners } from '@/lib/auth/queries/people'
import { listMembers } from '@/lib/projects/queries'
import { getCtx } from '../../_server/actor'
import { AppPage } from '../../_ui/app-page'
import { EmptyState } from '../../_ui/empty-state'
import { LinkButton } from '../../_ui/link-button'
import { PageHeader } from '../../_ui/page-header'
import { Section } from '../../_ui/section'
import { LookForMail } from '../_components/look-for-mail'
import classes from '../_components/people.module.css'
import { InviteButton } from './_components/invite-button'
import { MemberRow } from './_components/member-row'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('team')
  return { title: t('title') }
}

export default async function TeamPage() {
  const ctx = await getCtx()
  const [members, owners, t] = await Promise.all([listMembers(ctx), listOwners(ctx), getTranslations('team')])
  const ask = { owners: owners.map(({ name }) => name), isOwner: ctx.actor.isOwner }
  const mayChange = holds(PERMISSIONS['user:invite'], ctx.actor)
  const present = members.filter(({ state }) => state !== 'ended')
  const former = members.filter(({ state }) => state === 'ended')
  return (
    <AppPage>
      <LookForMail mails={present.map(({ mail }) => mail)} />
      <PageHeader
        title={t('title')}
        description={mayChange ? t('description') : t('readOnly')}
        actions={
          <>
            {holds(PERMISSIONS['job:read'], ctx.actor) && <LinkButton href="/jobs">{t('jobs')}</LinkButton>}
            {mayChange && <InviteButton />}
          </>
        }
      />
      <Section title={t('present')} count={present.length} look="flush">
        <ul className={classes.list}>
          {present.map((member) => (
            <MemberRow key={member.id} member={member} mayChange={mayChange} ask={ask} />
          ))}
        </ul>
        {present.length === 1 && mayChange && (
          <EmptyState compact titleAs="p" title={t('alone')}>
            {t('aloneHelp')}
          </EmptyState>
        )}
      </Section>
      {former.length > 0 && (
        <Section title={t('former')} count={former.length} look="flush">
          <ul className={classes.list}>
            {former.map((member) => (
              <MemberRow key={member.id} member={member} mayChange={mayChange} ask={ask} />
            ))}
          </ul>
        </Section>
      )}
    </AppPage>
  )
}

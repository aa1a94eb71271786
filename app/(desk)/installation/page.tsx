import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listPeople } from '@/lib/auth/queries/people'
import { listSignIns } from '@/lib/auth/queries/sign-ins'
import { getCtx } from '../../_server/actor'
import { orNotFound } from '../../_server/found'
import { AppPage } from '../../_ui/app-page'
import { LinkButton } from '../../_ui/link-button'
import { PageHeader } from '../../_ui/page-header'
import { Section } from '../../_ui/section'
import { LookForMail } from '../_components/look-for-mail'
import classes from '../_components/people.module.css'
import { SignInList } from '../_components/sign-in-list'
import { PersonRow } from './_components/person-row'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('installation')
  return { title: t('title') }
}

/** For the owner: everybody on this installation. Nobody else is told that it exists. */
export default async function InstallationPage() {
  const ctx = await getCtx()
  const [people, signIns, t] = await Promise.all([
    orNotFound(listPeople(ctx)),
    orNotFound(listSignIns(ctx)),
    getTranslations('installation'),
  ])
  return (
    <AppPage>
      <LookForMail mails={people.map(({ mail }) => mail)} />
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            <LinkButton href="/installation/jobs">{t('jobs')}</LinkButton>
            <LinkButton href="/projects/new">{t('newProject')}</LinkButton>
          </>
        }
      />
      <Section title={t('people')} count={people.length} look="flush">
        <ul className={classes.list}>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      </Section>
      <Section title={t('signIns')} look="flush">
        <SignInList signIns={signIns} />
      </Section>
    </AppPage>
  )
}

import { Group, Stack } from '@mantine/core'
import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { listOwnSessions } from '@/lib/auth/queries/sessions'
import { listOwnSignIns } from '@/lib/auth/queries/sign-ins'
import { getCtx, requireViewer } from '../../_server/actor'
import { AppPage } from '../../_ui/app-page'
import { LinkButton } from '../../_ui/link-button'
import { LocaleSwitch } from '../../_ui/locale-switch'
import { PageHeader } from '../../_ui/page-header'
import { SchemeSwitch } from '../../_ui/scheme-switch'
import { Section } from '../../_ui/section'
import { SINGLE_KEYS_COOKIE, singleKeysOf } from '../../_ui/single-keys'
import { SingleKeysSwitch } from '../../_ui/single-keys-switch'
import { SignInList } from '../_components/sign-in-list'
import { NameForm } from './_components/name-form'
import { PasswordForm } from './_components/password-form'
import { SessionList } from './_components/session-list'
import classes from './_components/sessions.module.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('title') }
}

export default async function AccountPage() {
  const ctx = await getCtx()
  const [{ user }, sessions, signIns, t] = await Promise.all([
    requireViewer(),
    listOwnSessions(ctx),
    listOwnSignIns(ctx),
    getTranslations('account'),
  ])
  const singleKeys = singleKeysOf((await cookies()).get(SINGLE_KEYS_COOKIE)?.value)
  return (
    <AppPage width="form">
      <PageHeader title={t('title')} description={user.email} />
      <Section title={t('identity')} look="card">
        <NameForm name={user.name} />
      </Section>
      <Section title={t('display')} look="card">
        <Stack gap="sm" align="flex-start">
          <LocaleSwitch />
          <SchemeSwitch />
          <SingleKeysSwitch areOff={singleKeys === 'off'} />
        </Stack>
      </Section>
      <Section title={t('password')} look="card">
        <PasswordForm email={user.email} />
      </Section>
      <Section title={t('sessions')} count={sessions.length} look="flush">
        <SessionList sessions={sessions} />
      </Section>
      <Section title={t('signIns')} look="flush">
        <p className={classes.help}>{t('signInsHelp')}</p>
        <SignInList signIns={signIns} />
      </Section>
      {user.isOwner && (
        <Section title={t('installation')} look="card">
          <p style={{ marginTop: 0 }}>{t('installationHelp')}</p>
          <Group gap="xs">
            <LinkButton href="/installation">{t('people')}</LinkButton>
            <LinkButton href="/projects/new">{t('newProject')}</LinkButton>
          </Group>
        </Section>
      )}
    </AppPage>
  )
}

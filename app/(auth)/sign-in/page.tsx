import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mailSettings } from '@/lib/env'
import { findCtx } from '../../_server/actor'
import { returnPath } from '../../_server/return-path'
import { BarePage } from '../../_ui/bare-page'
import { signInAction } from '../_actions/auth'
import classes from '../_components/link-page.module.css'
import { PasswordField, PlainForm, TextField } from '../_components/plain-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('signIn.title') }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = returnPath((await searchParams).next)
  if (await findCtx()) redirect(next)
  const t = await getTranslations('auth')
  return (
    <BarePage title={t('signIn.title')} description={t('signIn.description')} card>
      <PlainForm action={signInAction} submitLabel={t('signIn.submit')} hidden={{ next }}>
        <TextField name="email" type="email" label={t('email')} autoComplete="username" autoFocus />
        <PasswordField
          name="password"
          label={t('password')}
          autoComplete="current-password"
          description={mailSettings() ? undefined : t('signIn.forgotten')}
        />
      </PlainForm>
      {mailSettings() && (
        <p className={classes.below}>
          <Link href="/forgotten">{t('signIn.forgottenByMail')}</Link>
        </p>
      )}
    </BarePage>
  )
}

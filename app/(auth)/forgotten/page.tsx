import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mailSettings } from '@/lib/env'
import { BarePage } from '../../_ui/bare-page'
import { LinkButton } from '../../_ui/link-button'
import { askResetAction } from '../_actions/auth'
import { PlainForm, TextField } from '../_components/plain-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('forgotten.title') }
}

/** A new password by mail, where there is a mail server. After asking the page says the same whoever has the address. */
export default async function ForgottenPage({
  searchParams,
}: {
  searchParams: Promise<{ asked?: string | string[] }>
}) {
  if (!mailSettings()) notFound()
  const { asked } = await searchParams
  const t = await getTranslations('auth')
  if (asked)
    return (
      <BarePage title={t('forgotten.asked')} description={t('forgotten.askedHelp')}>
        <p>{t('forgotten.askedElse')}</p>
        <LinkButton href="/sign-in">{t('deadLink.toSignIn')}</LinkButton>
      </BarePage>
    )
  return (
    <BarePage title={t('forgotten.title')} description={t('forgotten.description')} card>
      <PlainForm action={askResetAction} submitLabel={t('forgotten.submit')}>
        <TextField name="email" type="email" label={t('email')} autoComplete="username" autoFocus />
      </PlainForm>
    </BarePage>
  )
}

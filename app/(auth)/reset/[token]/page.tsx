import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { loadLink } from '../../../_server/load-link'
import { BarePage } from '../../../_ui/bare-page'
import { resetPasswordAction } from '../../_actions/auth'
import { DeadLink } from '../../_components/dead-link'
import classes from '../../_components/link-page.module.css'
import { NewPasswordField, PlainForm, TextField } from '../../_components/plain-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('reset.title') }
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { refusals, person, made, hidden } = await loadLink('PASSWORD_RESET', (await params).token)
  if (refusals.length > 0 || !person || !made) return <DeadLink refusals={refusals} />
  const t = await getTranslations('auth')
  return (
    <BarePage title={t('reset.title')} description={t('reset.description')} card>
      <p className={classes.made}>
        {made.byMailOnly ? t('reset.askedFor') : t('reset.madeBy', { by: made.by, reason: made.reason })}
      </p>
      <PlainForm action={resetPasswordAction} submitLabel={t('reset.submit')} hidden={hidden}>
        <TextField
          name="email"
          type="email"
          label={t('email')}
          defaultValue={person.email}
          autoComplete="username"
          readOnly
        />
        <NewPasswordField name="password" label={t('newPassword')} />
      </PlainForm>
    </BarePage>
  )
}

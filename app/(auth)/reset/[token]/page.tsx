import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { loadLink } from '../../../_server/load-link'
import { BarePage } from '../../../_ui/bare-page'
import { DeadLink } from '../../_components/dead-link'
import { NewPasswordField, PlainForm, TextField } from '../../_components/plain-form'
import { resetPasswordAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('reset.title') }
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { refusal, person, hidden } = await loadLink('PASSWORD_RESET', (await params).token)
  if (refusal || !person) return <DeadLink refusal={refusal ?? ''} kind="reset" />
  const t = await getTranslations('auth')
  return (
    <BarePage title={t('reset.title')} description={t('reset.description')} card>
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

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { loadLink } from '../../../_server/load-link'
import { BarePage } from '../../../_ui/bare-page'
import { acceptInvitationAction } from '../../_actions/auth'
import { DeadLink } from '../../_components/dead-link'
import classes from '../../_components/link-page.module.css'
import { NewPasswordField, PlainForm, TextField } from '../../_components/plain-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('invitation.title') }
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { refusals, person, made, hidden } = await loadLink('INVITATION', (await params).token)
  if (refusals.length > 0 || !person || !made?.role) return <DeadLink refusals={refusals} />
  const t = await getTranslations('auth')
  const { by, project, role } = made
  return (
    <BarePage title={t('invitation.title')} description={t('invitation.description')} card>
      <p className={classes.made}>{t('invitation.madeBy', { by, project, role })}</p>
      <PlainForm action={acceptInvitationAction} submitLabel={t('invitation.submit')} hidden={hidden}>
        <TextField
          name="email"
          type="email"
          label={t('email')}
          defaultValue={person.email}
          autoComplete="username"
          readOnly
        />
        <TextField
          name="name"
          label={t('name')}
          description={t('nameHelp')}
          defaultValue={person.name}
          autoComplete="name"
        />
        <NewPasswordField name="password" label={t('newPassword')} />
      </PlainForm>
    </BarePage>
  )
}

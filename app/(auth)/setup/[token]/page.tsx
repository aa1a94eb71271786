import { Divider } from '@mantine/core'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { loadLink } from '../../../_server/load-link'
import { BarePage } from '../../../_ui/bare-page'
import { setUpAction } from '../../_actions/projects'
import { DeadLink } from '../../_components/dead-link'
import { NewPasswordField, PlainForm, TextField } from '../../_components/plain-form'
import { ProjectFields } from '../../_components/project-fields'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('setup.title') }
}

export default async function SetupPage({ params }: { params: Promise<{ token: string }> }) {
  const { refusals, hidden } = await loadLink('SETUP', (await params).token)
  if (refusals.length > 0) return <DeadLink refusals={refusals} />
  const t = await getTranslations('auth')
  return (
    <BarePage title={t('setup.title')} description={t('setup.description')} card>
      <PlainForm action={setUpAction} submitLabel={t('setup.submit')} hidden={hidden}>
        <TextField name="name" label={t('name')} description={t('nameHelp')} autoComplete="name" />
        <TextField name="email" type="email" label={t('email')} autoComplete="username" />
        <NewPasswordField name="password" label={t('newPassword')} />
        <Divider my={4} />
        <ProjectFields timeZones={Intl.supportedValuesOf('timeZone')} />
      </PlainForm>
    </BarePage>
  )
}

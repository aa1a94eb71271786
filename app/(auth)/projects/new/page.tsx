import { Button } from '@mantine/core'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { newId } from '@/lib/new-id'
import { requireUser } from '../../../_server/actor'
import { BarePage } from '../../../_ui/bare-page'
import { LinkButton } from '../../../_ui/link-button'
import { createProjectAction, leaveAction } from '../../_actions/projects'
import { PlainForm } from '../../_components/plain-form'
import { ProjectFields } from '../../_components/project-fields'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('project.title') }
}

/** For the owner: a new project. For anybody else it is where they land while they are a member of none. */
export default async function NewProjectPage() {
  const { user, membership } = await requireUser()
  const t = await getTranslations('auth')
  const leave = membership ? (
    <LinkButton href="/">{t('project.back')}</LinkButton>
  ) : (
    <form action={leaveAction}>
      <Button type="submit">{t('project.signOut')}</Button>
    </form>
  )
  if (!user.isOwner)
    return (
      <BarePage title={t('project.none')} description={t('project.noneHelp', { email: user.email })}>
        <div style={{ marginTop: 20 }}>{leave}</div>
      </BarePage>
    )
  return (
    <BarePage title={t('project.title')} description={t('project.description')} card>
      <PlainForm
        action={createProjectAction}
        submitLabel={t('project.submit')}
        hidden={{ commandId: newId(), id: newId() }}
      >
        <ProjectFields timeZones={Intl.supportedValuesOf('timeZone')} />
      </PlainForm>
      <div style={{ marginTop: 20 }}>{leave}</div>
    </BarePage>
  )
}

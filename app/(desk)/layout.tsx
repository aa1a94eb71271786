import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireViewer } from '../_server/actor'
import { keptTextKey } from '../_server/kept-text-key'
import { ProjectTimeZone } from '../_ui/project-time-zone'
import { KeptOwnerProvider } from '../_ui/unsaved/kept-owner'
import { DeskShell } from './_components/desk-shell'

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations('shell')])
  return (
    <ProjectTimeZone timeZone={viewer.project.timeZone}>
      <KeptOwnerProvider person={viewer.user.id} project={viewer.project.id} keptKey={keptTextKey(viewer.user.id)}>
        <DeskShell
          brand={t('brand')}
          user={{ name: viewer.user.name, email: viewer.user.email }}
          memberRole={viewer.membership.role}
          project={{ name: viewer.project.name, training: viewer.project.kind === 'TRAINING' }}
          otherProjects={viewer.projects.filter(({ id }) => id !== viewer.project.id)}
          unreadNotices={viewer.unreadNotices}
        >
          {children}
        </DeskShell>
      </KeptOwnerProvider>
    </ProjectTimeZone>
  )
}

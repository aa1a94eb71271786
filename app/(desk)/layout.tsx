import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireViewer } from '../_server/actor'
import { ProjectTimeZone } from '../_ui/project-time-zone'
import { DeskShell } from './_components/desk-shell'

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations('shell')])
  return (
    <ProjectTimeZone timeZone={viewer.project.timeZone}>
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
    </ProjectTimeZone>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { holds, PERMISSIONS } from '@/lib/auth/permissions'
import { listProjectJobs } from '@/lib/jobs/queries/list-jobs'
import { getCtx } from '../../_server/actor'
import { orNotFound } from '../../_server/found'
import { AppPage } from '../../_ui/app-page'
import { PageHeader } from '../../_ui/page-header'
import { JobLists } from '../_components/jobs/job-lists'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('jobs')
  return { title: t('title') }
}

/** For editors and admins: what is worked on in the background for their project. Admins may have failed work done again. */
export default async function JobsPage() {
  const ctx = await getCtx()
  const [jobs, t] = await Promise.all([orNotFound(listProjectJobs(ctx)), getTranslations('jobs')])
  return (
    <AppPage
      crumb={
        <>
          <Link href="/team">{t('toTeam')}</Link> › <b>{t('title')}</b>
        </>
      }
    >
      <PageHeader title={t('title')} description={t('description')} />
      <JobLists jobs={jobs} scope="project" mayRetry={holds(PERMISSIONS['job:retry'], ctx.actor)} />
    </AppPage>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { listAllJobs } from '@/lib/jobs/queries/list-jobs'
import { getCtx } from '../../../_server/actor'
import { orNotFound } from '../../../_server/found'
import { AppPage } from '../../../_ui/app-page'
import { PageHeader } from '../../../_ui/page-header'
import { JobLists } from '../../_components/jobs/job-lists'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('jobs')
  return { title: t('allTitle') }
}

/** For the owner: what is worked on in the background for all projects. */
export default async function InstallationJobsPage() {
  const ctx = await getCtx()
  const [jobs, t] = await Promise.all([orNotFound(listAllJobs(ctx)), getTranslations('jobs')])
  return (
    <AppPage
      crumb={
        <>
          <Link href="/installation">{t('toInstallation')}</Link> › <b>{t('title')}</b>
        </>
      }
    >
      <PageHeader title={t('allTitle')} description={t('allDescription')} />
      <JobLists jobs={jobs} scope="installation" mayRetry />
    </AppPage>
  )
}

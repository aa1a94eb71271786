import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { getCtx } from '@/app/_server/actor'
import { orNotFound } from '@/app/_server/found'
import { AppPage } from '@/app/_ui/app-page'
import { getVerdictReport } from '@/lib/reports/queries'
import { ReportBody } from './_components/report-body'

type Props = PageProps<'/articles/[articleId]/report'>

const reportOf = cache(async (articleId: string) => orNotFound(getVerdictReport(await getCtx(), articleId)))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { article }] = await Promise.all([getTranslations('report'), reportOf((await params).articleId)])
  return { title: t('pageTitle', { title: article.title }) }
}

export default async function ReportPage({ params }: Props) {
  const [t, report] = await Promise.all([getTranslations('report'), reportOf((await params).articleId)])
  const { article, project } = report
  return (
    <AppPage
      width="reading"
      crumb={
        <>
          <Link href="/articles" dir="auto">
            {project.name}
          </Link>{' '}
          ›{' '}
          <Link href={`/articles/${article.id}`} dir="auto">
            {article.title}
          </Link>{' '}
          › <b>{t('crumb')}</b>
        </>
      }
    >
      <ReportBody report={report} />
    </AppPage>
  )
}

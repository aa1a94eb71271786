import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { getCtx } from '@/app/_server/actor'
import { orNotFound } from '@/app/_server/found'
import { AppPage } from '@/app/_ui/app-page'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { getVerdictReport } from '@/lib/reports/queries'
import { ClaimSection } from './_components/claim-section'
import { DroppedClaims } from './_components/dropped-claims'
import { ReportContents } from './_components/report-contents'
import { ReportHead } from './_components/report-head'
import { ReportMethod } from './_components/report-method'
import classes from './report.module.css'

type Props = PageProps<'/articles/[articleId]/report'>

const reportOf = cache(async (articleId: string) => orNotFound(getVerdictReport(await getCtx(), articleId)))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { article }] = await Promise.all([getTranslations('report'), reportOf((await params).articleId)])
  return { title: t('pageTitle', { title: article.title }) }
}

export default async function ReportPage({ params }: Props) {
  const [t, report] = await Promise.all([getTranslations('report'), reportOf((await params).articleId)])
  const { article, claims, dropped, project } = report
  const workbench = `/articles/${article.id}`
  return (
    <AppPage
      width="reading"
      crumb={
        <>
          <Link href="/articles">{project.name}</Link> › <Link href={workbench}>{article.title}</Link> ›{' '}
          <b>{t('crumb')}</b>
        </>
      }
    >
      <article className={classes.report}>
        <ReportHead report={report} />
        <ReportMethod report={report} />
        {claims.length > 1 && <ReportContents claims={claims} />}
        {claims.map((claim) => (
          <ClaimSection key={claim.id} claim={claim} severalVersions={article.versions.length > 1} />
        ))}
        {claims.length === 0 && (
          <EmptyState
            title={t('empty')}
            titleAs="h2"
            compact
            action={<LinkButton href={workbench}>{t('open')}</LinkButton>}
          >
            {t('emptyHow')}
          </EmptyState>
        )}
        {dropped.length > 0 && <DroppedClaims claims={dropped} />}
      </article>
    </AppPage>
  )
}

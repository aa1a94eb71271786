import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache, Suspense } from 'react'
import { getCtx, requireViewer } from '@/app/_server/actor'
import { orNotFound } from '@/app/_server/found'
import { AppPage } from '@/app/_ui/app-page'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { type Permission, permissionRefusals } from '@/lib/auth/permissions'
import { getClaim } from '@/lib/claims/queries'
import { numberAppearances } from '@/lib/graph/origin-graph'
import { claimId as parseClaimId } from '@/lib/ids'
import { getIndependence } from '@/lib/independence/queries/independence'
import { CategoryWord } from '../../../_components/claims/category-word'
import { GraphFigure, GraphWaiting } from './_components/graph/graph-figure'
import { IdleDecisions } from './_components/idle-decisions'
import { LinkedClaims } from './_components/linked-claims'
import { NoAppearance } from './_components/no-appearance'
import type { OriginReasons } from './_components/origin-reasons'
import { OriginSections } from './_components/origin-sections'
import { OriginSums } from './_components/origin-sums'
import classes from './_components/origins.module.css'

type Props = PageProps<'/claims/[claimId]/origins'>

const STANDS_STILL = ['claim.dropped', 'article.archived']

const originsOf = cache(async (id: string) => {
  if (!parseClaimId.safeParse(id).success) notFound()
  const ctx = await getCtx()
  const [claim, view] = await orNotFound(Promise.all([getClaim(ctx, id), getIndependence(ctx, id)]))
  return { claim, view }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { claim }] = await Promise.all([getTranslations('origins'), originsOf((await params).claimId)])
  return { title: t('pageTitle', { wording: claim.wording }) }
}

export default async function OriginsPage({ params }: Props) {
  const [t, viewer, { claim, view }] = await Promise.all([
    getTranslations('origins'),
    requireViewer(),
    originsOf((await params).claimId),
  ])
  const title = view.claims[0]?.articleTitle ?? ''
  const workbench = `/articles/${claim.articleId}?claim=${claim.id}&tab=attribution`
  const appearances = numberAppearances(view)
  const refusals = (permission: Permission) => [
    ...permissionRefusals(permission, claim.facts),
    // How a claim is counted may change while it is under review, but not once it stands still.
    ...claim.refusals.change.filter(({ key }) => STANDS_STILL.includes(key)),
  ]
  const reasons: OriginReasons = {
    decide: refusals('origins:decide'),
    takeBack: refusals('origins:takeBack'),
    link: refusals('claim:link'),
    unlink: refusals('claim:unlink'),
  }
  return (
    <AppPage
      width="wide"
      crumb={
        <>
          <Link href="/articles" dir="auto">
            {viewer.project.name}
          </Link>{' '}
          ›{' '}
          <Link href={workbench} dir="auto">
            {title}
          </Link>{' '}
          › <b>{t('crumb')}</b>
        </>
      }
    >
      <PageHeader
        title={claim.wording}
        description={
          <>
            {t('of', { number: claim.number })} · <CategoryWord category={claim.category} /> ·{' '}
            <Link href={workbench} className={classes.quiet} dir="auto">
              {title}
            </Link>
          </>
        }
        actions={
          <>
            <LinkButton href={workbench}>{t('back')}</LinkButton>
            {appearances.length > 0 && (
              <LinkButton href={`/api/v1/claims/${claim.id}/origins.svg`} download>
                {t('download')}
              </LinkButton>
            )}
          </>
        }
      />
      {appearances.length === 0 ? (
        <NoAppearance href={workbench} />
      ) : (
        <>
          <OriginSums view={view} />
          <Suspense fallback={<GraphWaiting />}>
            <GraphFigure view={view} />
          </Suspense>
          <OriginSections view={view} reasons={reasons} />
        </>
      )}
      <IdleDecisions view={view} reasons={reasons.takeBack} />
      <LinkedClaims view={view} reasons={reasons} />
    </AppPage>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getCtx } from '@/app/_server/actor'
import { orNotFound } from '@/app/_server/found'
import { findSpan, getArticleTitle } from '@/lib/articles/queries'
import { listHopSpans } from '@/lib/attributions/queries'
import { articleId as parseArticleId, claimId as parseClaimId, spanId as parseSpanId } from '@/lib/ids'
import { markViewOf } from '@/lib/review/mark-view'
import { findWorkbenchClaim } from '@/lib/review/queries/workbench'
import { panelTabOf } from '../../../_components/claims/panel-tab'
import { ClaimPanel } from '../_components/panel/claim-panel'
import { NothingSelected } from '../_components/panel/nothing-selected'
import { SelectedClaim } from '../_components/panel/selected-claim'

type Props = PageProps<'/articles/[articleId]'>

// Here and not in the layout: what is not there has the title of a page that is not there.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { articleId } = await params
  if (!parseArticleId.safeParse(articleId).success) notFound()
  return { title: await orNotFound(getArticleTitle(await getCtx(), articleId)) }
}

/** The panel of the workbench: the selected claim, or what to do while none is. */
export default async function PanelPage({ params, searchParams }: Props) {
  const [{ articleId }, wanted, ctx] = await Promise.all([params, searchParams, getCtx()])
  if (!parseArticleId.safeParse(articleId).success) notFound()
  const [claimId, spanId] = [parseClaimId.safeParse(wanted.claim).data, parseSpanId.safeParse(wanted.span).data]
  const [read, hopSpans, span] = await Promise.all([
    claimId ? orNotFound(findWorkbenchClaim(ctx, articleId, claimId)) : null,
    claimId ? listHopSpans(ctx, claimId) : [],
    spanId ? findSpan(ctx, articleId, spanId) : null,
  ])
  const found = read?.found ?? null
  return (
    <SelectedClaim
      read={
        read && claimId
          ? {
              since: read.since,
              versionId: read.versionId,
              claimId,
              claim: found && markViewOf(found.claim, read.versionId),
            }
          : null
      }
      hopWords={found ? hopSpans.map(({ versionId, kind, start, end }) => ({ versionId, kind, start, end })) : []}
      linkedPlace={span}
    >
      {found ? (
        <ClaimPanel
          of={found}
          tab={panelTabOf(wanted.tab)}
          evidenceCount={found.claim.evidenceCount}
          attention={found.claim.attention}
        />
      ) : (
        <NothingSelected isGone={wanted.claim !== undefined} />
      )}
    </SelectedClaim>
  )
}

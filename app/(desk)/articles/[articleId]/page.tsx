import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getCtx, requireViewer } from '@/app/_server/actor'
import { orNotFound } from '@/app/_server/found'
import { AppPage } from '@/app/_ui/app-page'
import { SaveStatusProvider } from '@/app/_ui/save-status'
import { findSpan, getArticle } from '@/lib/articles/queries'
import { listHopSpans } from '@/lib/attributions/queries'
import { permissionRefusals } from '@/lib/auth/permissions'
import { listClaimsOfArticle } from '@/lib/claims/queries'
import { articleId as parseArticleId, spanId as parseSpanId } from '@/lib/ids'
import { countOriginsOfArticle } from '@/lib/independence/queries/origin-counts'
import { countChanges } from '@/lib/verdicts/attention'
import { listAttentionOfArticle } from '@/lib/verdicts/queries/attention'
import { ArticleMeta } from './_components/header/article-meta'
import { Banners } from './_components/header/banners'
import { WorkbenchBar } from './_components/header/workbench-bar'
import { markViewOf } from './_components/mark-view'
import { ClaimPanel } from './_components/panel/claim-panel'
import { NothingSelected } from './_components/panel/nothing-selected'
import { panelTabOf } from './_components/panel-tab'
import { Workbench } from './_components/workbench'

type Props = PageProps<'/articles/[articleId]'>

const articleOf = cache(async (id: string) => {
  if (!parseArticleId.safeParse(id).success) notFound()
  return orNotFound(getArticle(await getCtx(), id))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await articleOf((await params).articleId)).title }
}

export default async function WorkbenchPage({ params, searchParams }: Props) {
  const [{ articleId }, wanted, ctx, viewer] = await Promise.all([params, searchParams, getCtx(), requireViewer()])
  const article = await articleOf(articleId)
  const [claims, origins] = await Promise.all([
    listClaimsOfArticle(ctx, articleId, article.shown.id),
    countOriginsOfArticle(ctx, articleId),
  ])
  const attention = await listAttentionOfArticle(ctx, articleId, origins)
  const tab = panelTabOf(wanted.tab)
  const claim = claims.find(({ id }) => id === wanted.claim) ?? null
  const hopSpans = claim ? await listHopSpans(ctx, claim.id) : []
  const linked = parseSpanId.safeParse(wanted.span).data
  const span = linked ? await findSpan(ctx, articleId, linked) : null
  const facts = { role: ctx.actor.role, isOwner: ctx.actor.isOwner }
  const markPermission = permissionRefusals('claim:mark', facts)
  const markRefusals = [
    ...markPermission,
    ...(article.archivedAt ? [{ key: 'article.archived' }] : []),
    ...(article.markingFinishedAt ? [{ key: 'article.markingFinished' }] : []),
  ]
  const canMark = markRefusals.length === 0
  return (
    <SaveStatusProvider>
      <AppPage
        width="full"
        crumb={
          <>
            <Link href="/articles">{viewer.project.name}</Link> › <b>{article.title}</b>
          </>
        }
        bar={<WorkbenchBar article={article} facts={facts} />}
      >
        <Workbench
          shown={{
            articleId,
            versionId: article.shown.id,
            text: article.shown.text,
            language: article.language,
          }}
          title={article.title}
          meta={<ArticleMeta article={article} facts={facts} />}
          banners={<Banners article={article} isReader={markPermission.length > 0} />}
          claims={claims.map((each) => {
            const side = origins.get(each.id)?.asserting
            return markViewOf(each, article.shown.id, {
              origins: side?.accounts ? { accounts: side.accounts, origins: side.origins } : null,
              needsAttention: attention.has(each.id),
            })
          })}
          selectedId={claim?.id ?? null}
          tab={tab}
          hopWords={hopSpans
            .filter(({ versionId }) => versionId === article.shown.id)
            .map(({ kind, start, end }) => ({ kind, start, end }))}
          linkedPlace={span?.versionId === article.shown.id ? { start: span.start, end: span.end } : null}
          startsIn={wanted.claim === undefined ? 'text' : 'panel'}
          markRefusals={markRefusals}
          panel={
            claim ? (
              <ClaimPanel
                claim={claim}
                articleId={articleId}
                tab={tab}
                evidenceCount={claim.evidenceCount}
                attention={countChanges(attention.get(claim.id)?.changes ?? [])}
              />
            ) : (
              <NothingSelected hasClaims={claims.length > 0} canMark={canMark} isGone={wanted.claim !== undefined} />
            )
          }
        />
      </AppPage>
    </SaveStatusProvider>
  )
}

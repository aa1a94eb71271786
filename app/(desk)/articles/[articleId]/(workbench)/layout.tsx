import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getCtx, requireViewer } from '@/app/_server/actor'
import { orNotFound } from '@/app/_server/found'
import { AppPage } from '@/app/_ui/app-page'
import { SaveStatusProvider } from '@/app/_ui/save-status'
import { getArticle } from '@/lib/articles/queries'
import { permissionRefusals } from '@/lib/auth/permissions'
import { markRefusals } from '@/lib/claims/mark-refusals'
import { articleId as parseArticleId } from '@/lib/ids'
import { markViewOf } from '@/lib/review/mark-view'
import { listWorkbenchClaims } from '@/lib/review/queries/workbench'
import { ArticleMeta } from '../_components/header/article-meta'
import { Banners } from '../_components/header/banners'
import { WorkbenchBar } from '../_components/header/workbench-bar'
import { ArticleClaims } from '../_components/workbench/article-claims'
import { Workbench } from '../_components/workbench/workbench'

/**
 * The text with its marks and the list of its claims. Read when the article is opened, and not again when another claim is selected or
 * something is saved: what has changed since then comes by itself (see ArticleClaims). The page beside it is the selected claim.
 */
export default async function WorkbenchLayout({ children, params }: LayoutProps<'/articles/[articleId]'>) {
  const [{ articleId }, ctx, viewer] = await Promise.all([params, getCtx(), requireViewer()])
  if (!parseArticleId.safeParse(articleId).success) notFound()
  const article = await orNotFound(getArticle(ctx, articleId))
  const { since, claims } = await listWorkbenchClaims(ctx, articleId, article.shown.id)
  const facts = { role: ctx.actor.role, isOwner: ctx.actor.isOwner }
  return (
    <SaveStatusProvider>
      <ArticleClaims
        articleId={articleId}
        versionId={article.shown.id}
        since={since}
        readAt={ctx.now}
        claims={claims.map((claim) => markViewOf(claim, article.shown.id))}
      >
        <AppPage
          width="full"
          crumb={
            <>
              <Link href="/articles" dir="auto">
                {viewer.project.name}
              </Link>{' '}
              › <b dir="auto">{article.title}</b>
            </>
          }
          bar={<WorkbenchBar article={article} facts={facts} />}
        >
          <Workbench
            shown={{ articleId, versionId: article.shown.id, text: article.shown.text, language: article.language }}
            title={article.title}
            meta={<ArticleMeta article={article} facts={facts} />}
            banners={<Banners article={article} isReader={permissionRefusals('claim:mark', facts).length > 0} />}
            markRefusals={markRefusals(facts, article)}
            panel={children}
          />
        </AppPage>
      </ArticleClaims>
    </SaveStatusProvider>
  )
}

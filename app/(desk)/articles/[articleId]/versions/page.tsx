import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { getCtx } from '@/app/_server/actor'
import { orNotFound } from '@/app/_server/found'
import { AppPage } from '@/app/_ui/app-page'
import { LinkButton } from '@/app/_ui/link-button'
import { Note } from '@/app/_ui/note'
import { PageHeader } from '@/app/_ui/page-header'
import { permissionRefusals } from '@/lib/auth/permissions'
import { articleId as parseArticleId } from '@/lib/ids'
import { countToSettle } from '@/lib/versions/queries/count-to-settle'
import { listVersions } from '@/lib/versions/queries/list-versions'
import { VersionRows } from './_components/version-rows'
import { VersionsCrumb } from './_components/versions-crumb'

type Props = PageProps<'/articles/[articleId]/versions'>

const versionsOf = cache(async (articleId: string) => {
  if (!parseArticleId.safeParse(articleId).success) notFound()
  return orNotFound(listVersions(await getCtx(), articleId))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { title }] = await Promise.all([getTranslations('versions'), versionsOf((await params).articleId)])
  return { title: t('pageTitle', { title }) }
}

/** The texts that an article has had. */
export default async function VersionsPage({ params }: Props) {
  const { articleId } = await params
  const [t, ctx, article] = await Promise.all([getTranslations('versions'), getCtx(), versionsOf(articleId)])
  const open = await countToSettle(ctx, articleId)
  const mayAdd = permissionRefusals('article:addVersion', ctx.actor).length === 0 && article.archivedAt === null
  return (
    <AppPage crumb={<VersionsCrumb article={article} here={null} />}>
      <PageHeader
        title={t('title')}
        description={article.title}
        actions={
          mayAdd && (
            <LinkButton href={`/articles/${articleId}/versions/new`} variant="filled">
              {t('add')}
            </LinkButton>
          )
        }
      />
      {open > 0 && (
        <Note title={t('toSettle', { count: open })}>
          <p>{t('toSettleText')}</p>
          <LinkButton href={`/articles/${articleId}/versions/settle`}>{t('settle')}</LinkButton>
        </Note>
      )}
      {article.versions.length === 1 && <p>{t('onlyOne')}</p>}
      <VersionRows articleId={articleId} versions={article.versions} />
    </AppPage>
  )
}

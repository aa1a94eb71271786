import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { orNotFound } from '@/app/_server/found'
import { AppPage } from '@/app/_ui/app-page'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { permissionRefusals } from '@/lib/auth/permissions'
import { articleId as parseArticleId } from '@/lib/ids'
import { listVersions } from '@/lib/versions/queries/list-versions'
import { VersionsCrumb } from '../_components/versions-crumb'
import { NewVersionForm } from './_components/new-version-form'

type Props = PageProps<'/articles/[articleId]/versions/new'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('versions')
  return { title: t('newTitle') }
}

/** Where an article gets a new text. */
export default async function NewVersionPage({ params }: Props) {
  const { articleId } = await params
  if (!parseArticleId.safeParse(articleId).success) notFound()
  const [t, ctx] = await Promise.all([getTranslations('versions'), getCtx()])
  const article = await orNotFound(listVersions(ctx, articleId))
  const isRefused = permissionRefusals('article:addVersion', ctx.actor).length > 0
  const back = <LinkButton href={`/articles/${articleId}`}>{t('backToArticle')}</LinkButton>
  return (
    <AppPage crumb={<VersionsCrumb article={article} here={t('newTitle')} />}>
      {isRefused || article.archivedAt ? (
        <EmptyState titleAs="h1" title={t(isRefused ? 'notAllowed' : 'archived')} action={back}>
          {t(isRefused ? 'notAllowedText' : 'archivedText')}
        </EmptyState>
      ) : (
        <>
          <PageHeader title={t('newTitle')} description={t('newDescription', { title: article.title })} />
          <NewVersionForm articleId={articleId} address={article.originUrl ?? ''} />
        </>
      )}
    </AppPage>
  )
}

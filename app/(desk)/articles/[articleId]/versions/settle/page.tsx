import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { getCtx } from '@/app/_server/actor'
import { orNotFound } from '@/app/_server/found'
import { AppPage } from '@/app/_ui/app-page'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { SaveStatus, SaveStatusProvider } from '@/app/_ui/save-status'
import { articleId as parseArticleId } from '@/lib/ids'
import { getSettling } from '@/lib/versions/queries/get-settling'
import { VersionsCrumb } from '../_components/versions-crumb'
import { SettleScreen } from './_components/settle-screen'

type Props = PageProps<'/articles/[articleId]/versions/settle'>

const settlingOf = cache(async (articleId: string) => {
  if (!parseArticleId.safeParse(articleId).success) notFound()
  return orNotFound(getSettling(await getCtx(), articleId))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { title }] = await Promise.all([getTranslations('versions'), settlingOf((await params).articleId)])
  return { title: t('settleTitle', { title }) }
}

/** Both texts side by side, and what is to be settled of what stood on the earlier. */
export default async function SettlePage({ params }: Props) {
  const { articleId } = await params
  const [t, settling] = await Promise.all([getTranslations('versions'), settlingOf(articleId)])
  const crumb = <VersionsCrumb article={settling} here={t('settleCrumb')} />
  if (settling.items.length === 0)
    return (
      <AppPage crumb={crumb}>
        <EmptyState
          titleAs="h1"
          title={t('nothingToSettle')}
          action={<LinkButton href={`/articles/${articleId}/versions`}>{t('title')}</LinkButton>}
        >
          {t('nothingToSettleText')}
        </EmptyState>
      </AppPage>
    )
  return (
    <SaveStatusProvider>
      <AppPage width="wide" crumb={crumb} bar={<SaveStatus />}>
        <SettleScreen settling={settling} />
      </AppPage>
    </SaveStatusProvider>
  )
}

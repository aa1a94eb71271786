import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { z } from 'zod'
import { getCtx } from '@/app/_server/actor'
import { orNotFound } from '@/app/_server/found'
import { AppPage } from '@/app/_ui/app-page'
import { DateText } from '@/app/_ui/date-text'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { articleId as parseArticleId } from '@/lib/ids'
import { getEarlierText } from '@/lib/versions/queries/get-earlier-text'
import { TextColumn } from '../_components/text-column'
import { VersionsCrumb } from '../_components/versions-crumb'

type Props = PageProps<'/articles/[articleId]/versions/[number]'>

const versionNumber = z.coerce.number().int().min(1).max(1_000_000)

const textOf = cache(async (articleId: string, number: string) => {
  const wanted = versionNumber.safeParse(number)
  if (!parseArticleId.safeParse(articleId).success || !wanted.success) notFound()
  return orNotFound(getEarlierText(await getCtx(), articleId, wanted.data))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { articleId, number } = await params
  const [t, { article }] = await Promise.all([getTranslations('versions'), textOf(articleId, number)])
  return { title: t('textTitle', { title: article.title, number: article.shown.number }) }
}

/** One of an article's texts as it was, with the passages of claims that stand on it. */
export default async function VersionPage({ params }: Props) {
  const { articleId, number } = await params
  const [t, { article, marks, fresh }] = await Promise.all([getTranslations('versions'), textOf(articleId, number)])
  const { shown } = article
  const isPresent = shown.number === article.versions.at(-1)?.number
  return (
    <AppPage width="reading" crumb={<VersionsCrumb article={article} here={t('number', { number: shown.number })} />}>
      <PageHeader
        title={article.title}
        description={
          <>
            {t('number', { number: shown.number })} · <DateText value={shown.createdAt} look="dateTime" />
            {shown.createdBy && ` · ${shown.createdBy.name}`}
            {fresh.length > 0 && ` · ${t('changedShown', { number: shown.number - 1 })}`}
          </>
        }
        actions={<LinkButton href={`/articles/${articleId}`}>{t(isPresent ? 'workOnIt' : 'toPresent')}</LinkButton>}
      />
      {marks.length === 0 && <p>{t('noMarks')}</p>}
      <TextColumn
        text={shown.text}
        language={article.language}
        fresh={fresh}
        look="added"
        pointed={marks.map(({ id, start, end, claim }) => ({
          ...{ id, start, end, quiet: true },
          title: t('claim', { number: claim.number, wording: claim.wording }),
        }))}
      />
    </AppPage>
  )
}

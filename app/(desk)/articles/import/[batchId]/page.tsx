import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { getCtx } from '@/app/_server/actor'
import { orNotFound } from '@/app/_server/found'
import { AppPage } from '@/app/_ui/app-page'
import { DateText } from '@/app/_ui/date-text'
import { PageHeader } from '@/app/_ui/page-header'
import { getImportBatch } from '@/lib/import/queries/batches'
import { importBatchView } from '@/lib/import/schema'
import { BatchView } from './_components/batch-view'

type Props = PageProps<'/articles/import/[batchId]'>

const batchOf = cache(async (id: string, state?: string, page?: string) => {
  const asked = importBatchView.safeParse({ id, state: state ?? null, page: Number(page ?? 1) })
  if (!asked.success) notFound()
  return { batch: await orNotFound(getImportBatch(await getCtx(), asked.data)), state: asked.data.state }
})

async function loaded({ params, searchParams }: Props) {
  const [{ batchId }, { state, page }] = await Promise.all([params, searchParams])
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)
  return batchOf(batchId, one(state), one(page))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { batch }] = await Promise.all([getTranslations('import.many'), loaded(props)])
  return { title: t('title', { count: batch.expected }) }
}

/** What becomes of files that came together. */
export default async function ImportBatchPage(props: Props) {
  const [t, { batch, state }] = await Promise.all([getTranslations('import'), loaded(props)])
  const { askedBy, createdAt } = batch
  return (
    <AppPage
      crumb={
        <>
          <Link href="/articles">{t('articles')}</Link> › <Link href="/articles/import">{t('title')}</Link> ›{' '}
          <b>{t('many.batch', { count: batch.expected })}</b>
        </>
      }
    >
      <PageHeader
        title={
          <>
            {t.rich('many.crumb', { when: () => <DateText value={createdAt} look="dateTime" /> })}{' '}
            {askedBy ? t('many.by', { name: askedBy.name }) : t('many.byNobody')}
          </>
        }
        description={t('many.description')}
      />
      <BatchView batch={batch} state={state} />
    </AppPage>
  )
}

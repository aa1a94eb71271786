import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { AppPage } from '@/app/_ui/app-page'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { permissionRefusals } from '@/lib/auth/permissions'
import { listImportBatches } from '@/lib/import/queries/batches'
import { ImportForm } from './_components/import-form'
import { RecentBatches } from './_components/recent-batches'

export async function generateMetadata() {
  const t = await getTranslations('import')
  return { title: t('title') }
}

export default async function ImportPage() {
  const [ctx, t] = await Promise.all([getCtx(), getTranslations('import')])
  const refused = permissionRefusals('article:import', ctx.actor).length > 0
  const crumb = (
    <>
      <Link href="/articles">{t('articles')}</Link> › <b>{t('title')}</b>
    </>
  )
  if (refused)
    return (
      <AppPage crumb={crumb}>
        <EmptyState
          titleAs="h1"
          title={t('notAllowed')}
          action={<LinkButton href="/articles">{t('articles')}</LinkButton>}
        >
          {t('notAllowedText')}
        </EmptyState>
      </AppPage>
    )
  return (
    <AppPage crumb={crumb}>
      <PageHeader title={t('title')} description={t('description')} />
      <ImportForm />
      <RecentBatches batches={await listImportBatches(ctx)} />
    </AppPage>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { AppPage } from '@/app/_ui/app-page'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { permissionRefusals } from '@/lib/auth/permissions'
import { listApprovers } from '@/lib/sources/queries/confidential'
import { ConfidentialForm } from '../../_components/confidential/confidential-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('confidential')
  return { title: t('newTitle') }
}

export default async function NewConfidentialPage() {
  const [ctx, t] = await Promise.all([getCtx(), getTranslations('confidential')])
  const crumb = (
    <>
      <Link href="/sources">{t('sources')}</Link> › <b>{t('newTitle')}</b>
    </>
  )
  if (permissionRefusals('source:addConfidential', ctx.actor).length > 0)
    return (
      <AppPage crumb={crumb}>
        <EmptyState
          titleAs="h1"
          title={t('notAllowed')}
          action={<LinkButton href="/sources">{t('sources')}</LinkButton>}
        >
          {t('notAllowedText')}
        </EmptyState>
      </AppPage>
    )
  return (
    <AppPage crumb={crumb} width="form">
      <PageHeader title={t('newTitle')} description={t('newHelp')} />
      <ConfidentialForm approvers={await listApprovers(ctx)} actorId={ctx.actor.userId} />
    </AppPage>
  )
}

import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { orNotFound } from '@/app/_server/found'
import { AppPage } from '@/app/_ui/app-page'
import { PageHeader } from '@/app/_ui/page-header'
import { sourceId as parseSourceId } from '@/lib/ids'
import { getSource } from '@/lib/sources/queries/get-source'
import { ConfidentialSection } from '../_components/confidential/confidential-section'
import { one, pageOf, type SearchParams } from '../_components/source-address'
import { ChildrenSection } from './_components/children-section'
import { EditSourceButton } from './_components/edit-source-button'
import { FaresSection } from './_components/fares-section'
import { MergeButton } from './_components/merge-button'
import { MergedAway } from './_components/merged-away'
import { MergesSection } from './_components/merges-section'
import { PartsSection } from './_components/parts-section'
import { ReliabilitySection } from './_components/reliability-section'
import { SaidSection } from './_components/said-section'
import { SourceFacts } from './_components/source-facts'
import { WarningsSection } from './_components/warnings-section'

type Props = { params: Promise<{ sourceId: string }>; searchParams: SearchParams }

async function loadSource(id: string) {
  const known = parseSourceId.safeParse(id)
  if (!known.success) notFound()
  return orNotFound(getSource(await getCtx(), known.data))
}

export async function generateMetadata({ params }: Props) {
  const { name } = await loadSource((await params).sourceId)
  return { title: name }
}

export default async function SourcePage({ params, searchParams }: Props) {
  const [{ sourceId }, asked, t] = await Promise.all([params, searchParams, getTranslations('sources')])
  const source = await loadSource(sourceId)
  const kind = await getTranslations('source.kind')
  return (
    <AppPage
      crumb={
        <>
          <Link href="/sources">{t('title')}</Link> › <b dir="auto">{source.name}</b>
        </>
      }
    >
      <PageHeader
        title={source.name}
        description={[source.article ? t('article') : kind(source.kind), source.role].filter(Boolean).join(' · ')}
        actions={
          <>
            <MergeButton source={source} reasons={source.refusals.merge} />
            <EditSourceButton source={source} reasons={source.refusals.edit} />
          </>
        }
      />
      {source.mergedInto && <MergedAway source={source} kept={source.mergedInto} />}
      <SourceFacts source={source} />
      {source.kind === 'CONFIDENTIAL' && <ConfidentialSection sourceId={source.id} />}
      <FaresSection sourceId={source.id} />
      <SaidSection sourceId={source.id} page={pageOf(one(asked.page))} place={one(asked.place)} />
      <ReliabilitySection source={source} />
      <ChildrenSection sourceId={source.id} />
      {source.kind === 'ORGANISATION' && !source.mergedInto && <PartsSection source={source} />}
      <WarningsSection sourceId={source.id} />
      <MergesSection source={source} />
    </AppPage>
  )
}

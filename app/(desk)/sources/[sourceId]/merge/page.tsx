import { IconArrowsExchange } from '@tabler/icons-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { orNotFound } from '@/app/_server/found'
import { AppPage } from '@/app/_ui/app-page'
import { LinkButton } from '@/app/_ui/link-button'
import { Note } from '@/app/_ui/note'
import { PageHeader } from '@/app/_ui/page-header'
import { Section } from '@/app/_ui/section'
import { getMergePreview } from '@/lib/sources/queries/merge-preview'
import { one, type SearchParams } from '../../_components/source-address'
import classes from './_components/merge.module.css'
import { MergeConfirm } from './_components/merge-confirm'
import { MergeCounts } from './_components/merge-counts'
import { MergeOrigins } from './_components/merge-origins'
import { MergeSide } from './_components/merge-side'

type Props = { params: Promise<{ sourceId: string }>; searchParams: SearchParams }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const NOBODY = '00000000-0000-7000-8000-000000000000'
// An address that is no id is the address of nothing.
const idOf = (value: string | undefined) => (value && UUID.test(value) ? value.toLowerCase() : NOBODY)

export async function generateMetadata() {
  const t = await getTranslations('sources.merge')
  return { title: t('previewTitle') }
}

/** What a merge would do, before it is done: the address names the one that is kept, `with` the one that goes. */
export default async function MergePage({ params, searchParams }: Props) {
  const [ctx, { sourceId }, asked, t, kind] = await Promise.all([
    getCtx(),
    params,
    searchParams,
    getTranslations('sources.merge'),
    getTranslations('source.kind'),
  ])
  const preview = await orNotFound(getMergePreview(ctx, idOf(sourceId), idOf(one(asked.with))))
  const { kept, dropped, reasons, aliases, references, bothInARow } = preview
  return (
    <AppPage
      crumb={
        <>
          <Link href={`/sources/${kept.id}`} dir="auto">
            {kept.name}
          </Link>{' '}
          › <b>{t('previewTitle')}</b>
        </>
      }
    >
      <PageHeader title={t('previewTitle')} description={t('previewText')} />
      <div className={classes.sides}>
        <MergeSide source={kept} label={t('kept')} />
        <LinkButton
          href={`/sources/${dropped.id}/merge?with=${kept.id}`}
          leftSection={<IconArrowsExchange size={16} aria-hidden />}
        >
          {t('swap')}
        </LinkButton>
        <MergeSide source={dropped} label={t('dropped')} />
      </div>
      {kept.kind !== dropped.kind && (
        <div className={classes.otherKind}>
          <Note>{t('otherKind', { kept: kind(kept.kind), dropped: kind(dropped.kind) })}</Note>
        </div>
      )}
      <Section title={t('aliases')} look="card">
        {aliases.length > 0 ? t('aliasesText', { kept: kept.name, names: aliases.join(' · ') }) : t('aliasesNone')}
      </Section>
      <MergeCounts references={references} bothInARow={bothInARow} />
      <MergeOrigins keptId={kept.id} droppedId={dropped.id} />
      <MergeConfirm
        keptId={kept.id}
        keptName={kept.name}
        keptVersion={kept.version}
        droppedId={dropped.id}
        droppedName={dropped.name}
        droppedVersion={dropped.version}
        reasons={reasons}
      />
    </AppPage>
  )
}

import { IconUsers } from '@tabler/icons-react'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { AppPage } from '@/app/_ui/app-page'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { PageLinks } from '@/app/_ui/page-links'
import { Section } from '@/app/_ui/section'
import { permissionRefusals } from '@/lib/auth/permissions'
import { listSources } from '@/lib/sources/queries/list-sources'
import { listSharedNames } from '@/lib/sources/queries/shared-names'
import { AddSourceButton } from './_components/add-source-button'
import { DirectoryFilter } from './_components/directory-filter'
import { SharedNames } from './_components/shared-names'
import { askedOf, queryOf, type SearchParams } from './_components/source-address'
import { SourceRow } from './_components/source-row'
import classes from './_components/sources.module.css'

export async function generateMetadata() {
  const t = await getTranslations('sources')
  return { title: t('title') }
}

export default async function SourcesPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, parameters, t] = await Promise.all([getCtx(), searchParams, getTranslations('sources')])
  const asked = askedOf(parameters)
  const [{ sources, total, ...pages }, sharedNames] = await Promise.all([listSources(ctx, asked), listSharedNames(ctx)])
  const addRefusals = permissionRefusals('source:add', ctx.actor)
  const mayAddConfidential = permissionRefusals('source:addConfidential', ctx.actor).length === 0
  const isFiltered = Boolean(asked.search || asked.kind || asked.place || asked.grade)
  return (
    <AppPage>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            {mayAddConfidential && <LinkButton href="/sources/confidential/new">{t('addConfidential')}</LinkButton>}
            <AddSourceButton reasons={addRefusals} />
          </>
        }
      />
      {!isFiltered && <SharedNames pairs={sharedNames} />}
      <DirectoryFilter asked={asked} />
      {sources.length === 0 ? (
        <EmptyState
          icon={<IconUsers size={28} />}
          title={isFiltered ? t('emptyFound') : t('empty')}
          titleAs="h2"
          action={isFiltered ? <LinkButton href="/sources">{t('showAll')}</LinkButton> : undefined}
        >
          {isFiltered ? t('emptyFoundText') : t('emptyText')}
        </EmptyState>
      ) : (
        <Section title={isFiltered ? t('found') : t('all')} count={total} look="flush">
          <ul className={classes.list}>
            {sources.map((source) => (
              <SourceRow key={source.id} source={source} />
            ))}
          </ul>
        </Section>
      )}
      <PageLinks pages={pages} label={t('pages')} pathname="/sources" query={queryOf(asked)} />
    </AppPage>
  )
}

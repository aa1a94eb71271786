import { IconListCheck } from '@tabler/icons-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { getCtx, requireViewer } from '@/app/_server/actor'
import { AppPage } from '@/app/_ui/app-page'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { PageLinks } from '@/app/_ui/page-links'
import { Section } from '@/app/_ui/section'
import { askedOf, queryOf } from '@/lib/claims/claim-address'
import { nameFilters } from '@/lib/claims/queries/filter-names'
import { findClaims } from '@/lib/claims/queries/find-claims'
import { listRatings } from '@/lib/projects/queries'
import { separatorOf } from '@/lib/reports/csv-separator'
import { listWhoChecks } from '@/lib/review/queries/assignable'
import { ClaimFilter } from './_components/claim-filter'
import classes from './_components/claims.module.css'
import { FoundRow } from './_components/found-row'
import { KeptTo } from './_components/kept-to'

export async function generateMetadata() {
  const t = await getTranslations('claims')
  return { title: t('title') }
}

/** Every claim of the project, of whichever article: searched, filtered, and taken along as a file. */
export default async function ClaimsPage({ searchParams }: PageProps<'/claims'>) {
  const [viewer, ctx, parameters, t, locale] = await Promise.all([
    requireViewer(),
    getCtx(),
    searchParams,
    getTranslations('claims'),
    getLocale(),
  ])
  const me = viewer.user.id
  const asked = askedOf(parameters, me)
  const query = queryOf(asked, me)
  const [{ claims, total, ...pages }, people, ratings, names] = await Promise.all([
    findClaims(ctx, asked),
    listWhoChecks(ctx),
    listRatings(ctx),
    nameFilters(ctx, asked),
  ])
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: viewer.project.timeZone }).format(ctx.now)
  const isFiltered = Object.keys(query).some((name) => name !== 'order')
  const fileOf = (format: string) => `/api/v1/claims?${new URLSearchParams({ ...query, format })}`
  return (
    <AppPage>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          claims.length > 0 && (
            <>
              <LinkButton href={`${fileOf('csv')}&separator=${separatorOf(locale)}`} external download>
                {t('csv')}
              </LinkButton>
              <LinkButton href={fileOf('jsonl')} external download>
                {t('jsonl')}
              </LinkButton>
            </>
          )
        }
      />
      <ClaimFilter asked={asked} query={query} people={people} ratings={ratings} me={me} />
      <KeptTo names={names} query={query} />
      {claims.length === 0 ? (
        <EmptyState
          icon={<IconListCheck size={28} />}
          title={isFiltered ? t('emptyFound') : t('empty')}
          titleAs="h2"
          action={
            isFiltered ? (
              <LinkButton href="/claims">{t('showAll')}</LinkButton>
            ) : (
              <LinkButton href="/articles">{t('toArticles')}</LinkButton>
            )
          }
        >
          {isFiltered ? t('emptyFoundText') : t('emptyText')}
        </EmptyState>
      ) : (
        <Section title={isFiltered ? t('found') : t('all')} count={total} look="flush">
          <ul className={classes.list}>
            {claims.map((claim) => (
              <FoundRow key={claim.id} claim={claim} today={today} />
            ))}
          </ul>
        </Section>
      )}
      <PageLinks pages={pages} label={t('pages')} pathname="/claims" query={query} />
    </AppPage>
  )
}

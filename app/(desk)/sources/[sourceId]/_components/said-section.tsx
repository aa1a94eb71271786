import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageLinks } from '@/app/_ui/page-links'
import { Section } from '@/app/_ui/section'
import { listSaid } from '@/lib/sources/queries/said'
import { STANDS } from '@/lib/sources/stands'
import sourceClasses from '../../_components/sources.module.css'
import { PlaceFilter } from './place-filter'
import { SaidRow } from './said-row'

interface SaidSectionProps {
  sourceId: string
  page: number
  place: string | undefined
}

/** Everything that a source said: the claims in whose chains or evidence it stands, with the way to each. */
export async function SaidSection({ sourceId, page, place: asked }: SaidSectionProps) {
  const place = STANDS.find((each) => each === asked) ?? null
  const [{ said, total, ...pages }, t, tClaims] = await Promise.all([
    getCtx().then((ctx) => listSaid(ctx, sourceId, { page, place })),
    getTranslations('sources.said'),
    getTranslations('claims'),
  ])
  return (
    <Section
      title={t('title')}
      count={total}
      look={total > 0 ? 'flush' : 'bare'}
      id="said"
      actions={(total > 0 || place) && <PlaceFilter sourceId={sourceId} place={place} />}
    >
      {total === 0 && page === 1 ? (
        <EmptyState compact title={place ? t('emptyPlace') : t('empty')}>
          {place ? undefined : t('emptyText')}
        </EmptyState>
      ) : (
        <ul className={sourceClasses.list}>
          {said.map((claim) => (
            <SaidRow key={claim.id} claim={claim} sourceId={sourceId} />
          ))}
        </ul>
      )}
      {total > 0 && (
        <p className={sourceClasses.all}>
          <Link href={`/claims?source=${sourceId}`}>{tClaims('ofSource')}</Link>
        </p>
      )}
      <PageLinks
        pages={pages}
        label={t('pages')}
        pathname={`/sources/${sourceId}`}
        query={{ ...(place && { place }) }}
      />
    </Section>
  )
}

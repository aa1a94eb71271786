import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { chainSide } from '@/lib/attributions/chain'
import type { SaidClaim } from '@/lib/sources/queries/said'
import { ChainSentence } from '../../../_components/claims/chain-sentence'
import { RatingPill } from '../../../_components/claims/rating-pill'
import { spokenHops } from '../../../_components/claims/spoken-hops'
import { WorldDateText } from '../../../_components/world-date-text'
import classes from './source-page.module.css'

/** One claim that a source stands behind: its words and verdict, where the source stands, and through whom it is known. */
export function SaidRow({ claim, sourceId }: { claim: SaidClaim; sourceId: string }) {
  const t = useTranslations('sources.said')
  const act = useTranslations('speechAct')
  const { verdict, chains } = claim
  const ownHops = chains.flatMap(({ hops }) =>
    hops.filter(({ source, onBehalfOf }) => source.id === sourceId || onBehalfOf?.id === sourceId),
  )
  const said = ownHops.find((hop) => hop.said !== null)?.said ?? null
  const acts = [...new Set(ownHops.map(({ speechAct }) => speechAct))]
  return (
    <li className={classes.said}>
      <div className={classes.saidWords}>
        <Link
          href={`/articles/${claim.article.id}?claim=${claim.id}&tab=attribution`}
          className={classes.wording}
          dir="auto"
        >
          {claim.wording}
        </Link>
        {verdict && (
          <span className={classes.verdict}>
            <RatingPill rating={verdict.rating} look={verdict.isApproved ? 'outline' : 'plain'} />
            {!verdict.isApproved && <span className={classes.quiet}>{t('notApproved')}</span>}
          </span>
        )}
      </div>
      {chains.map(({ id, hops, ofEvidence }) => (
        <p key={id} className={classes.chain}>
          <ChainSentence hops={spokenHops(hops)} opening={ofEvidence ? 'evidence' : 'article'} />
          {chainSide(hops) === 'denies' && <span className={classes.quiet}> {t('denies')}</span>}
        </p>
      ))}
      <div className={classes.meta}>
        <span>{claim.places.map((place) => t(`place.${place}`)).join(', ')}</span>
        {acts.length > 0 && <span>{acts.map((each) => act(each)).join(', ')}</span>}
        {said && (
          <span>
            <WorldDateText value={said} />
          </span>
        )}
        <span className={classes.article} dir="auto">
          {claim.article.title}
        </span>
      </div>
    </li>
  )
}

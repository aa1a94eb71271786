import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { DateText } from '@/app/_ui/date-text'
import { Glyph } from '@/app/_ui/glyph'
import reading from '@/app/_ui/reading.module.css'
import { CategoryWord } from '@/app/(desk)/_components/claims/category-word'
import { STATE_LOOK } from '@/app/(desk)/_components/claims/state-look'
import type { ReportClaim, ReportSource } from '@/lib/reports/report-claim'
import { FigureLine } from '../../_components/figures/figure-line'
import { ReplyFacts } from '../../_components/replies/reply-facts'
import { WarningFacts } from '../../_components/warning/warning-facts'
import classes from '../report.module.css'
import { ClaimAttribution } from './claim-attribution'
import { ClaimEvidence } from './claim-evidence'
import { ClaimStanding } from './claim-standing'
import { ClaimVerdicts } from './claim-verdicts'
import { FigureLinks } from './figure-links'
import { FigureOriginLine } from './figure-origin-line'
import { useSourceName } from './source-name'

interface ClaimSectionProps {
  claim: ReportClaim
  /** The article has more than one text: passages say of which. */
  severalVersions: boolean
}

/** One claim whole: what it says and where, who says so, what was found, the verdict. */
export function ClaimSection({ claim, severalVersions }: ClaimSectionProps) {
  const t = useTranslations('report')
  const label = useTranslations()
  const sourceName = useSourceName()
  const { number, wording, category, checked, state, passages, figures, warning, replies, tags } = claim
  const named = (source: ReportSource | null) => source && { name: sourceName(source) }
  const heading = `claim-${number}-wording`
  return (
    <section id={`claim-${number}`} className={classes.claim} aria-labelledby={heading}>
      <div className={classes.facts}>
        <a href={`#claim-${number}`}>{t('claim', { number })}</a>
        <CategoryWord category={category} />
        <span>{label(`checked.long.${checked}`)}</span>
        <span className={classes.state}>
          <Glyph shape={STATE_LOOK[state].shape} /> {label(`state.${state}`)}
        </span>
        <span>{t.rich('stateSince', { date: () => <DateText value={claim.stateSince} /> })}</span>
        {tags.length > 0 && <span>{t('tags', { tags: tags.join(', ') })}</span>}
      </div>
      <h2 id={heading} className={reading.heading} dir="auto">
        {wording}
      </h2>
      <ClaimStanding claim={claim} />
      {passages.length > 0 && (
        <div className={classes.part}>
          <h3>{t('passages', { count: passages.length })}</h3>
          {passages.map(({ exact, ...place }) => (
            <blockquote key={`${place.version}-${place.start}-${place.end}`} className={classes.passage}>
              <p translate="no" dir="auto">
                {t('quote', { words: exact })}
              </p>
              <footer>{t(severalVersions ? 'placeOfVersion' : 'place', place)}</footer>
            </blockquote>
          ))}
        </div>
      )}
      <ClaimAttribution claim={claim} />
      {figures.length > 0 && (
        <div className={classes.part}>
          <h3>{t('figures', { count: figures.length })}</h3>
          {figures.map((figure) => (
            <Fragment key={figure.id}>
              <FigureLine figure={figure} />
              <p className={classes.small} translate="no" dir="auto">
                {t('quote', { words: figure.verbatim })}
              </p>
              <FigureOriginLine stated={figure.stated} />
              <FigureLinks figure={figure} />
            </Fragment>
          ))}
        </div>
      )}
      {warning && (
        <div className={classes.part}>
          <h3>{t('warning')}</h3>
          <WarningFacts
            warning={{
              ...warning,
              issuer: named(warning.issuer),
              onBehalfOf: named(warning.onBehalfOf),
              event: warning.event === null ? null : { words: warning.event },
              refersToWarning: warning.refersToClaim && {
                words: t('claimOf', {
                  words: warning.refersToClaim.wording,
                  title: warning.refersToClaim.articleTitle,
                  number: warning.refersToClaim.number,
                }),
              },
            }}
          />
        </div>
      )}
      {replies.length > 0 && (
        <div className={classes.part}>
          <h3>{label('reply.title')}</h3>
          {replies.map((reply) => (
            <ReplyFacts key={reply.id} reply={{ ...reply, source: { name: sourceName(reply.source) } }} />
          ))}
        </div>
      )}
      <ClaimEvidence evidence={claim.evidence} />
      <ClaimVerdicts claim={claim} />
    </section>
  )
}

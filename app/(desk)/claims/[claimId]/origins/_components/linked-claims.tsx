import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DateText } from '@/app/_ui/date-text'
import { ReasonTexts } from '@/app/_ui/reason-texts'
import { Section } from '@/app/_ui/section'
import type { IndependenceView } from '@/lib/independence/view'
import { LinkButtonOfClaim } from './link-button-of-claim'
import type { OriginReasons } from './origin-reasons'
import classes from './origins.module.css'
import { UnlinkButton } from './unlink-button'

/** The claims of other articles that say the same, and the way to link one more. */
export function LinkedClaims({ view, reasons }: { view: IndependenceView; reasons: OriginReasons }) {
  const t = useTranslations('origins.links')
  const claims = new Map(view.claims.map((claim) => [claim.id, claim]))
  const lines = view.links.map((link) => {
    const ids = [link.oneId, link.otherId]
    // A link between two others is told by the one that is not this claim, and further from it.
    const id =
      ids.find((each) => each !== view.claimId && !ids.includes(view.claimId)) ??
      ids.find((each) => each !== view.claimId)
    return { link, claim: claims.get(id ?? '') }
  })
  return (
    <Section
      title={t('title')}
      count={lines.length}
      actions={<LinkButtonOfClaim claimId={view.claimId} reasons={reasons.link} />}
    >
      <p className={classes.lead}>{lines.length > 0 ? t('text') : t('none')}</p>
      {lines.length > 0 && (
        <ul className={classes.links}>
          {lines.map(({ link, claim }) => (
            <li key={link.id} className={classes.link}>
              <div>
                <Link
                  href={`/claims/${claim?.id}/origins`}
                  className={`${classes.wording} ${classes.quiet}`}
                  dir="auto"
                >
                  {claim?.wording}
                </Link>
                <p className={classes.by}>
                  {claim?.articleTitle}
                  {' · '}
                  {t.rich('by', { name: link.by.name, date: () => <DateText value={link.at} /> })}
                </p>
                {link.reason && (
                  <p className={classes.reason} dir="auto">
                    {link.reason}
                  </p>
                )}
                {link.doubts.length > 0 && (
                  <div className={classes.doubts}>
                    <p>{t('doubts')}</p>
                    <ReasonTexts reasons={link.doubts} />
                  </div>
                )}
              </div>
              <UnlinkButton id={link.id} wording={claim?.wording ?? ''} reasons={reasons.unlink} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

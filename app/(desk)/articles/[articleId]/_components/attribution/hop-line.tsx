import { useTranslations } from 'next-intl'
import { Pill } from '@/app/_ui/pill'
import { WorldDateText } from '@/app/(desk)/_components/world-date-text'
import { speechActSide } from '@/lib/attributions/chain'
import type { HopView } from '@/lib/attributions/queries'
import { nameKey } from '@/lib/sources/name-key'
import { MarkedWords } from '../hops/marked-words'
import classes from './attribution.module.css'

/** One hop of a chain: who, in which words of the text, and how. */
export function HopLine({ hop, number, isOrigin }: { hop: HopView; number: number; isOrigin: boolean }) {
  const t = useTranslations('attribution')
  const label = useTranslations()
  const { source, affiliation, onBehalfOf, excerpt } = hop
  // An unnamed voice is often called by its role: said once is enough.
  const about = [source.role, source.parent?.name].filter((text) => text && nameKey(text) !== nameKey(source.name))
  return (
    <li>
      <span className={classes.dot} data-origin={isOrigin || undefined} aria-hidden>
        {number}
      </span>
      <div className={classes.hop}>
        <div className={classes.name}>
          <b dir="auto">{source.name}</b>
          {affiliation && <Pill look="soft">{affiliation.name}</Pill>}
          {onBehalfOf && <Pill look="soft">{t('onBehalfOf', { name: onBehalfOf.name })}</Pill>}
          {about.length > 0 && <span className={classes.role}>{about.join(' · ')}</span>}
        </div>
        {excerpt.length > 0 && (
          <p className={classes.quote} translate="no" dir="auto">
            {t.rich('excerpt', { words: () => <MarkedWords parts={excerpt} /> })}
          </p>
        )}
        <div className={classes.chips}>
          <Pill look="soft" tone={speechActSide(hop.speechAct) === 'denies' ? 'false' : 'mute'}>
            {label(`speechAct.${hop.speechAct}`)}
          </Pill>
          <Pill look="soft">{label(`form.${hop.form}`)}</Pill>
          {hop.basis !== 'NOT_STATED' && <Pill look="soft">{label(`basis.${hop.basis}`)}</Pill>}
          {hop.certainty !== 'ASSERTED' && <Pill look="soft">{label(`certainty.${hop.certainty}`)}</Pill>}
          {hop.reading === 'INFERRED' && <Pill look="soft">{t('reading.INFERRED')}</Pill>}
          {hop.said && (
            <Pill look="soft">
              <WorldDateText value={hop.said} />
            </Pill>
          )}
          {isOrigin && <Pill look="soft">{t('origin')}</Pill>}
        </div>
      </div>
    </li>
  )
}

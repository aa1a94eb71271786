'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText } from '@/app/_ui/date-text'
import { Pill } from '@/app/_ui/pill'
import { ChainSentence } from '@/app/(desk)/_components/claims/chain-sentence'
import { spokenHops } from '@/app/(desk)/_components/claims/spoken-hops'
import { quoteWithWords } from '@/lib/attributions/excerpt'
import type { HopView } from '@/lib/attributions/queries'
import type { EvidenceView } from '@/lib/evidence/queries'
import { MarkedWords } from '../hops/marked-words'
import classes from './evidence.module.css'
import { StanceMark } from './stance-mark'

interface EvidenceItemProps {
  item: EvidenceView
  number: number
  /** What is asked of it. */
  question: ReactNode
  /** The buttons below. */
  children: ReactNode
}

const wordsOf = ({ sourceWords, cueWords }: HopView) => ({ source: sourceWords, cue: cueWords })

/** The item's words; of a passage with those that say who speaks. */
const quoteOf = ({ quote, passage, attribution }: EvidenceView) =>
  quoteWithWords(quote ?? '', passage?.start ?? 0, passage ? (attribution?.hops ?? []).map(wordsOf) : [])

/** The hops whose words stand beside the passage and not in it. */
const toldBeside = ({ passage, attribution }: EvidenceView) =>
  (attribution?.hops ?? []).filter(({ sourceWords, cueWords }) =>
    [sourceWords, cueWords].some(
      (words) => words && passage && (words.start < passage.start || words.end > passage.end),
    ),
  )

/** One piece of evidence: how it bears, who says it where, in which words, and who added it. */
export function EvidenceItem({ item, number, question, children }: EvidenceItemProps) {
  const t = useTranslations('evidence')
  const directness = useTranslations('directness')
  const ofChain = useTranslations('attribution')
  const { source, passage, url, quote, locator, note, attribution } = item
  // An article whose outlet is not known is its own source: its title stands in the link below already.
  const isNamedBelow = source?.name === passage?.articleTitle
  const isWithdrawn = item.withdrawnAt !== null
  return (
    <article
      className={classes.item}
      data-withdrawn={isWithdrawn || undefined}
      aria-label={t('itemLabel', { number })}
      data-item={item.id}
    >
      <div className={classes.head}>
        <StanceMark stance={item.stance} />
        {source && !isNamedBelow && (
          <b className={classes.source} dir="auto">
            {source.name}
          </b>
        )}
        {isWithdrawn && <Pill look="soft">{t('withdrawn')}</Pill>}
      </div>
      {quote && (
        <blockquote className={classes.quote} translate="no" dir="auto">
          {ofChain.rich('excerpt', { words: () => <MarkedWords parts={quoteOf(item)} /> })}
        </blockquote>
      )}
      <p className={classes.where}>
        {passage && (
          <Link href={`/articles/${passage.articleId}?span=${passage.id}`}>
            {t('passageOf', { title: passage.articleTitle, number: passage.paragraph })}
          </Link>
        )}
        {url && (
          <a href={url} rel="noopener noreferrer nofollow" target="_blank">
            {url}
          </a>
        )}
        {locator && <span>{locator}</span>}
      </p>
      {attribution && attribution.hops.length > 0 && (
        <p className={classes.chain}>
          <ChainSentence hops={spokenHops(attribution.hops)} opening="evidence" />
        </p>
      )}
      {toldBeside(item).map((hop) => (
        <p key={hop.id} className={classes.beside} translate="no" dir="auto">
          {ofChain.rich('excerpt', { words: () => <MarkedWords parts={hop.excerpt} /> })}
        </p>
      ))}
      {note && <p className={classes.note}>{note}</p>}
      {(item.directness !== 'NOT_STATED' || item.credibility !== null) && (
        <div className={classes.chips}>
          {item.directness !== 'NOT_STATED' && <Pill look="soft">{directness(item.directness)}</Pill>}
          {item.credibility !== null && <Pill look="soft">{t('credibilityChip', { value: item.credibility })}</Pill>}
        </div>
      )}
      {question}
      <p className={classes.meta}>
        {t.rich('addedBy', {
          name: item.createdBy.name,
          date: () => <DateText value={item.createdAt} look="dateTime" />,
        })}
        {item.capturedAt && (
          <>
            {' · '}
            {t.rich('captured', { date: () => <DateText value={item.capturedAt ?? ''} look="dateTime" /> })}
          </>
        )}
      </p>
      <div className={classes.itemButtons}>{children}</div>
    </article>
  )
}

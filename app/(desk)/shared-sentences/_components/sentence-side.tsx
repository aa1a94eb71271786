import Link from 'next/link'
import { useTranslations } from 'next-intl'
import reading from '@/app/_ui/reading.module.css'
import type { SharedSide } from '@/lib/copies/shared-sentence'
import type { DiffPiece } from '@/lib/text/word-diff'
import { WorldDateText } from '../../_components/world-date-text'
import classes from './shared-sentences.module.css'

interface SentenceSideProps {
  letter: 'A' | 'B'
  side: SharedSide
  pieces: readonly DiffPiece[]
}

/** One of the two texts: where the sentence stands in it, its words, and the claims on it. */
export function SentenceSide({ letter, side, pieces }: SentenceSideProps) {
  const t = useTranslations('sharedSentences')
  const { article, quoteOf, claims, paragraph, published } = side
  const claim = claims[0]
  const query = quoteOf ? `?claim=${quoteOf.claimId}&tab=evidence` : claim ? `?claim=${claim.id}` : ''
  return (
    <section className={classes.side} aria-label={t('sideLabel', { letter })}>
      <h2 className={classes.title}>
        <span className={classes.letter} aria-hidden>
          {letter}
        </span>
        <Link href={`/articles/${article.id}${query}`} dir="auto">
          {article.title}
        </Link>
      </h2>
      <p className={classes.meta}>
        {quoteOf && <span>{t('quoteOf', { number: quoteOf.claimNumber })}</span>}
        {quoteOf?.source && <span>{quoteOf.source}</span>}
        {!quoteOf && article.outlet && <span>{article.outlet}</span>}
        {!quoteOf && <WorldDateText value={published} />}
        {paragraph !== null && <span>{t('paragraph', { number: paragraph })}</span>}
      </p>
      <blockquote
        className={`${reading.text} ${classes.words}`}
        lang={article.language ?? undefined}
        translate="no"
        dir="auto"
      >
        {pieces.map((piece, at) =>
          piece.kind === 'same' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
            <mark key={at} className={classes.same}>
              {piece.text}
            </mark>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
            <span key={at} className={classes.own}>
              {piece.text}
            </span>
          ),
        )}
      </blockquote>
      {claims.map(({ id, number, wording }) => (
        <p key={id} className={classes.claim}>
          <Link href={`/articles/${article.id}?claim=${id}`}>{t('claim', { number, wording })}</Link>
        </p>
      ))}
    </section>
  )
}

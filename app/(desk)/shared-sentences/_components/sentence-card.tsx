import { useTranslations } from 'next-intl'
import type { RefusalReason } from '@/app/_ui/action-result'
import { Pill } from '@/app/_ui/pill'
import { claimPairs } from '@/lib/copies/claim-pairs'
import type { SharedSentence } from '@/lib/copies/shared-sentence'
import { diffWords } from '@/lib/text/word-diff'
import { CopyChoice } from './copy-choice'
import { LinkPair } from './link-pair'
import { SentenceSide } from './sentence-side'
import classes from './shared-sentences.module.css'

interface SentenceCardProps {
  sentence: SharedSentence
  refusals: { decide: RefusalReason[]; takeBack: RefusalReason[]; link: RefusalReason[] }
}

/** One sentence in the two texts that hold it, side by side, and what a person says of it. */
export function SentenceCard({ sentence, refusals }: SentenceCardProps) {
  const t = useTranslations('sharedSentences')
  const { one, other, similarity, ruling, linked } = sentence
  const [ones, others] = diffWords(one.words, other.words)
  const percent = Math.min(99, Math.round(similarity * 100))
  const pairs =
    one.article.id === other.article.id
      ? []
      : claimPairs(one, other).filter((pair) => !linked.includes(`${pair.one.id} ${pair.other.id}`))
  const place = ({ versionId, evidenceId, start, end, words }: SharedSentence['one']) => ({
    ...{ versionId, evidenceId, start, end },
    exact: words,
  })
  return (
    <article
      className={classes.card}
      aria-label={t('cardLabel', { one: one.article.title, other: other.article.title })}
    >
      <div className={classes.head}>
        <Pill look="soft">{similarity === 1 ? t('verbatim') : t('similar', { percent })}</Pill>
        {linked.length > 0 && <Pill look="soft">{t('linked')}</Pill>}
      </div>
      <div className={classes.sides}>
        <SentenceSide letter="A" side={one} pieces={ones} />
        <SentenceSide letter="B" side={other} pieces={others} />
      </div>
      <CopyChoice one={place(one)} other={place(other)} ruling={ruling} refusals={refusals} />
      {pairs.length > 0 && (
        <section className={classes.pairs} aria-label={t('pairs')}>
          {pairs.map((pair) => (
            <LinkPair
              key={`${pair.one.id} ${pair.other.id}`}
              one={{ ...pair.one, title: one.article.title }}
              other={{ ...pair.other, title: other.article.title }}
              reasons={refusals.link}
            />
          ))}
        </section>
      )}
    </article>
  )
}

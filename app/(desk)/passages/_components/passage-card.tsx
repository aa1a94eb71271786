import { useTranslations } from 'next-intl'
import type { Reason } from '@/app/_ui/action-result'
import { Pill } from '@/app/_ui/pill'
import type { SharedPassage } from '@/lib/passages/shared-passage'
import { diffWords } from '@/lib/text/word-diff'
import { PassageChoice } from './passage-choice'
import { PassageSide } from './passage-side'
import classes from './passages.module.css'

interface PassageCardProps {
  passage: SharedPassage
  refusals: { decide: Reason[]; takeBack: Reason[]; link: Reason[] }
}

/** One passage in the two texts that hold it, side by side, and what a person says of it. */
export function PassageCard({ passage, refusals }: PassageCardProps) {
  const t = useTranslations('passages')
  const { one, other, similarity, ruling, linked } = passage
  const [ones, others] = diffWords(one.words, other.words)
  const percent = Math.min(99, Math.round(similarity * 100))
  const pairs = one.claims.flatMap((first) => other.claims.map((second) => ({ first, second })))
  const open = pairs.find(({ first, second }) => !linked.includes(`${first.id} ${second.id}`))
  const place = ({ versionId, evidenceId, start, end, words }: SharedPassage['one']) => ({
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
        <PassageSide letter="A" side={one} pieces={ones} />
        <PassageSide letter="B" side={other} pieces={others} />
      </div>
      <PassageChoice
        one={place(one)}
        other={place(other)}
        ruling={ruling}
        link={
          open
            ? open.first.isMine || !open.second.isMine
              ? { oneId: open.first.id, otherId: open.second.id, isMine: open.first.isMine }
              : { oneId: open.second.id, otherId: open.first.id, isMine: true }
            : null
        }
        refusals={refusals}
      />
    </article>
  )
}

import { useTranslations } from 'next-intl'
import { DateText } from '@/app/_ui/date-text'
import { Glyph, type GlyphShape } from '@/app/_ui/glyph'
import type { ReplyFields } from '@/lib/replies/schema'
import type { ReplyOutcome } from '@/prisma/generated/enums'
import classes from './replies.module.css'

const SHAPE: Record<ReplyOutcome, GlyphShape> = {
  NOT_ASKED: 'empty',
  WAITING: 'half',
  ANSWERED: 'check',
  DECLINED: 'cross',
  NO_ANSWER: 'question',
}

type ShownReply = Omit<ReplyFields, 'sourceId'> & { source: { name: string } }

/** One request: who was asked, when and how, and what came back. */
export function ReplyFacts({ reply }: { reply: ShownReply }) {
  const t = useTranslations('reply')
  const outcome = useTranslations('replyOutcome')
  const { askedOn, answeredOn, note, answer } = reply
  return (
    <div className={classes.reply}>
      <p className={classes.lead}>
        <b dir="auto">{reply.source.name}</b>
        <span>
          <Glyph shape={SHAPE[reply.outcome]} /> {outcome(reply.outcome)}
        </span>
      </p>
      {(askedOn || note) && (
        <p className={classes.small}>
          {askedOn && t.rich('askedOn', { date: () => <DateText value={askedOn} /> })}
          {askedOn && note && ' · '}
          {note}
        </p>
      )}
      {(answeredOn || answer) && (
        <p className={classes.answer}>
          {answeredOn && t.rich('answeredOn', { date: () => <DateText value={answeredOn} /> })}
          {answeredOn && answer && ' · '}
          {answer}
        </p>
      )}
    </div>
  )
}

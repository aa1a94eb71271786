import { Fragment, memo, type ReactNode, useMemo } from 'react'
import { indexText, type TextRange } from '@/lib/text/code-points'
import { utf16ParagraphsOf } from '@/lib/text/normalise'
import { cutSegments } from '@/lib/text/segments'
import classes from './versions.module.css'

/** Words to point at; in code points of the text. `number`: the key that chooses them. */
export type PointedWords = TextRange & { id: string; number?: number; quiet?: boolean; title?: string }

type ColumnLine = { id: string; start: number; end: number; pointed: PointedWords | null }

interface TextColumnProps {
  text: string
  language: string | null
  /** What the other text has not, and how that is drawn. */
  fresh: readonly TextRange[]
  look: 'added' | 'gone'
  pointed: readonly PointedWords[]
}

function drawn(text: string, of: readonly ColumnLine[], at: number, look: 'added' | 'gone'): ReactNode {
  const words = <span data-at={at}>{text}</span>
  return of.reduceRight<ReactNode>((inner, { id, pointed }) => {
    if (pointed)
      return (
        <mark
          key={id}
          className={pointed.quiet ? classes.quiet : classes.mark}
          data-pointed={pointed.quiet ? undefined : pointed.id}
          data-number={pointed.number}
          title={pointed.title}
        >
          {inner}
        </mark>
      )
    return look === 'added' ? (
      <ins key={id} className={classes.added}>
        {inner}
      </ins>
    ) : (
      <del key={id} className={classes.gone}>
        {inner}
      </del>
    )
  }, words)
}

type ParagraphProps = { text: string; start: number; end: number; lines: readonly ColumnLine[]; look: 'added' | 'gone' }

const keyOf = (lines: readonly ColumnLine[]) => lines.map(({ id, start, end }) => `${id} ${start} ${end}`).join()

/** One paragraph; drawn again only where something in it is pointed at otherwise. */
const Paragraph = memo(
  function Paragraph({ text, start, end, lines, look }: ParagraphProps) {
    const byId = new Map(lines.map((line) => [line.id, line]))
    return (
      <p className={classes.paragraph} dir="auto">
        {cutSegments({ start, end }, lines).map((segment) => (
          <Fragment key={segment.start}>
            {drawn(
              text.slice(segment.start, segment.end),
              segment.ids.flatMap((id) => byId.get(id) ?? []),
              segment.start,
              look,
            )}
          </Fragment>
        ))}
      </p>
    )
  },
  (one, other) => one.text === other.text && one.start === other.start && keyOf(one.lines) === keyOf(other.lines),
)

/** A text in full, with what the other has not, and the words that are pointed at. */
export function TextColumn({ text, language, fresh, look, pointed }: TextColumnProps) {
  const paragraphs = useMemo(() => utf16ParagraphsOf(text).map(({ start, end }) => ({ start, end })), [text])
  const changed = useMemo(() => {
    const index = indexText(text)
    return fresh.map(({ start, end }, at): ColumnLine => {
      return { id: `fresh ${at}`, start: index.toUtf16(start), end: index.toUtf16(end), pointed: null }
    })
  }, [text, fresh])
  const index = indexText(text)
  const lines = [
    ...changed,
    ...pointed.map((each): ColumnLine => {
      return { id: each.id, start: index.toUtf16(each.start), end: index.toUtf16(each.end), pointed: each }
    }),
  ].sort((a, b) => a.start - b.start)
  let from = 0
  return (
    <div className={classes.text} lang={language ?? undefined} translate="no" dir="auto">
      {paragraphs.map(({ start, end }) => {
        while (from < lines.length && (lines[from]?.end ?? 0) <= start) from++
        const here: ColumnLine[] = []
        for (let at = from; at < lines.length && (lines[at]?.start ?? 0) < end; at++) {
          const line = lines[at]
          if (line && line.end > start) here.push(line)
        }
        return <Paragraph key={start} text={text} start={start} end={end} lines={here} look={look} />
      })}
    </div>
  )
}

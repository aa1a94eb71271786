import { Fragment, memo, type ReactNode } from 'react'
import readingClasses from '@/app/_ui/reading.module.css'
import classes from './article-text.module.css'
import { isSameView, type ParagraphView } from './paragraph'
import { type Piece, piecesOf } from './paragraph-view'
import { likelyHeight, stretchesOf } from './paragraph-windows'
import { withUnseenMarked } from './unseen-marks'
import { useBreath } from './use-breath'

function withMarks({ start, text, around }: Piece): ReactNode {
  if (around.length === 0)
    return (
      <span data-at={start} data-to={start + text.length}>
        {withUnseenMarked(text)}
      </span>
    )
  return around.reduceRight<ReactNode>(
    (inner, { id, claimId, category, level }, depth) => (
      <mark
        key={id}
        className={classes.mark}
        data-claim={claimId}
        data-category={category}
        data-level={level}
        {...(depth === around.length - 1 ? { 'data-at': start, 'data-to': start + text.length } : {})}
      >
        {inner}
      </mark>
    ),
    withUnseenMarked(text),
  )
}

/**
 * A claim's number behind its words. The style sheet draws it: it is no part of the text, whether read, searched or copied.
 * Its name, which tells its place among all, is set from outside: it must not redraw all paragraphs.
 */
function Tag({ line: { claimId, number, sign, first } }: { line: Piece['ending'][number] }) {
  const drawn = { className: classes.tag, 'data-tag': claimId, 'data-number': number || '', 'data-sign': sign }
  // A claim has one tab stop, behind its first passage.
  if (!first) return <span aria-hidden {...drawn} />
  return <a href={`?claim=${claimId}`} draggable={false} {...drawn} />
}

const drawn = (pieces: readonly Piece[]) =>
  pieces.map((piece) => (
    <Fragment key={piece.start}>
      {withMarks(piece)}
      {piece.ending.map((line) => (
        <Tag key={line.id} line={line} />
      ))}
    </Fragment>
  ))

type Range = { start: number; end: number }

/** A part of a very long paragraph, drawn near the eye alone. */
function Stretch({ text, range, lines }: { text: string; range: Range; lines: ParagraphView['lines'] }) {
  useBreath(true)
  const height = likelyHeight(range.end - range.start)
  return (
    <span className={classes.stretch} style={{ containIntrinsicSize: `auto none auto ${height}px` }}>
      {drawn(piecesOf(text, range, lines))}
    </span>
  )
}

/** One paragraph. Selecting a claim changes nothing here: that is painted on its elements from outside. */
export const TextParagraph = memo(
  function TextParagraph({ text, paragraph }: { text: string; paragraph: ParagraphView }) {
    const { lines, number } = paragraph
    const stretches = stretchesOf(text, paragraph)
    return (
      <p className={`${readingClasses.paragraph} ${classes.paragraph}`} data-number={number} dir="auto">
        {stretches.length === 1
          ? drawn(piecesOf(text, paragraph, lines))
          : stretches.map((range) => <Stretch key={range.start} text={text} range={range} lines={lines} />)}
      </p>
    )
  },
  (before, after) => before.text === after.text && isSameView(before.paragraph, after.paragraph),
)

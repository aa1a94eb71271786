import { Fragment, memo, type ReactNode } from 'react'
import readingClasses from '@/app/_ui/reading.module.css'
import classes from './article-text.module.css'
import type { ParagraphView, Piece, PieceTag } from './paragraph-view'

function withMarks({ start, text, marks }: Piece): ReactNode {
  if (marks.length === 0) return <span data-at={start}>{text}</span>
  return marks.reduceRight<ReactNode>(
    (inner, { claimId, category, level }, depth) => (
      <mark
        key={claimId}
        className={classes.mark}
        data-claim={claimId}
        data-category={category}
        data-level={level}
        {...(depth === marks.length - 1 ? { 'data-at': start } : {})}
      >
        {inner}
      </mark>
    ),
    text,
  )
}

/**
 * A claim's number behind its words. The style sheet draws it: it is no part of the text, whether read, searched or copied.
 * Its name, which tells its place among all, is set from outside: it must not redraw all paragraphs.
 */
function Tag({ tag: { claimId, number, sign, first } }: { tag: PieceTag }) {
  const drawn = { className: classes.tag, 'data-tag': claimId, 'data-number': number || '', 'data-sign': sign }
  // A claim has one tab stop, behind its first passage.
  if (!first) return <span aria-hidden {...drawn} />
  // biome-ignore lint/a11y/useAnchorContent: see above.
  return <a href={`?claim=${claimId}`} draggable={false} {...drawn} />
}

/** One paragraph. Selecting a claim changes nothing here: that is painted on its elements from outside. */
export const TextParagraph = memo(
  function TextParagraph({ paragraph }: { paragraph: ParagraphView }) {
    return (
      <p className={`${readingClasses.paragraph} ${classes.paragraph}`} data-number={paragraph.number}>
        {paragraph.pieces.map((piece) => (
          <Fragment key={piece.start}>
            {withMarks(piece)}
            {piece.tags.map((tag) => (
              <Tag key={tag.claimId} tag={tag} />
            ))}
          </Fragment>
        ))}
      </p>
    )
  },
  (before, after) => before.paragraph.key === after.paragraph.key && before.paragraph.number === after.paragraph.number,
)

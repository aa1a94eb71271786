import { memo } from 'react'
import classes from './article-text.module.css'
import { isSameView } from './paragraph'
import type { ParagraphWindow } from './paragraph-windows'
import { TextParagraph } from './text-paragraph'
import { useBreath } from './use-breath'

/** Some paragraphs of a long text: in the page from the beginning, to be searched and linked to, but drawn near the eye alone. */
export const TextWindow = memo(
  function TextWindow({ text, shown: { height, paragraphs } }: { text: string; shown: ParagraphWindow }) {
    useBreath(true)
    return (
      <div className={classes.window} style={{ containIntrinsicSize: `auto none auto ${height}px` }}>
        {paragraphs.map((paragraph) => (
          <TextParagraph key={paragraph.start} text={text} paragraph={paragraph} />
        ))}
      </div>
    )
  },
  (before, after) =>
    before.text === after.text &&
    before.shown.paragraphs.every((paragraph, at) => isSameView(paragraph, after.shown.paragraphs[at])),
)

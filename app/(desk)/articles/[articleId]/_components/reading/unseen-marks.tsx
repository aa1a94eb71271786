import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { type Unseen, unseenIn } from '@/lib/text/invisible'
import classes from './article-text.module.css'

// A text that is full of them shows so by the first ones.
const MOST_SHOWN = 200

function Marked({ text, unseen }: { text: string; unseen: readonly Unseen[] }) {
  const t = useTranslations('workbench.unseen')
  const ends = [0, ...unseen.map(({ end }) => end)]
  return (
    <>
      {unseen.map(({ start, end, name }, at) => (
        <Fragment key={start}>
          <span>{text.slice(ends[at], start)}</span>
          <span className={classes.unseen} data-unseen={name} title={t(name)}>
            {text.slice(start, end)}
          </span>
        </Fragment>
      ))}
      <span>{text.slice(ends.at(-1))}</span>
    </>
  )
}

/**
 * Words of the article, in which a small sign stands before what no reader sees. The style sheet draws it: it is no part of the text.
 * What holds words holds nothing else, so no component stands between: React then writes them anew as a whole where an extension has
 * cut them, instead of into the first part.
 */
export function withUnseenMarked(text: string): ReactNode {
  const unseen = unseenIn(text).slice(0, MOST_SHOWN)
  return unseen.length === 0 ? text : <Marked text={text} unseen={unseen} />
}

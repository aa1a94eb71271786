'use client'

import { VisuallyHidden } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { RefusalReason } from '@/app/_ui/action-result'
import readingClasses from '@/app/_ui/reading.module.css'
import { indexText, type TextRange } from '@/lib/text/code-points'
import { type HopWords, useWorkbench } from '../workbench/workbench-context'
import { ArticleText } from './article-text'
import './highlights.css'
import { MoveHint } from './move-hint'
import { OtherWordsNote } from './other-words-note'
import classes from './reading-column.module.css'
import { SelectionMenu } from './selection-menu'
import { useTextSelection } from './text-selection'
import { useHighlight } from './use-highlight'

const onOneLine = (words: string) => words.replaceAll(/\s+/g, ' ').trim()

/** Whether the text's first paragraph is this title. */
function beginsWith(text: string, title: string): boolean {
  // The title is short: what is much longer is not it.
  const [first = ''] = text.slice(0, 4 * title.length + 2).split('\n\n')
  return onOneLine(first) === onOneLine(title)
}

interface ReadingColumnProps {
  title: string
  /** Outlet, date, language, size, version. */
  meta: ReactNode
  banners: ReactNode
  hopWords: readonly HopWords[]
  /** The passage that the address points at. */
  linkedPlace: TextRange | null
  /** Why this person cannot mark here. */
  markRefusals: readonly RefusalReason[]
}

export function ReadingColumn({ title, meta, banners, hopWords, linkedPlace, markRefusals }: ReadingColumnProps) {
  const t = useTranslations('workbench.text')
  const hintId = useId()
  const {
    shown,
    claims,
    selection,
    otherWords,
    readSelection,
    draft,
    movingId,
    choosing,
    textRoot,
    focusText,
    reveal,
  } = useWorkbench()
  const selected = useSyncExternalStore(selection.subscribe, selection.get, () => null)
  const [byKeys, setByKeys] = useState<TextRange | null>(null)
  const [closed, setClosed] = useState<TextRange | null>(null)
  useTextSelection(textRoot, shown.text, { selection, otherWords })

  // Many texts begin with their title: it stands there once, as words that can be marked.
  const isFirst = useMemo(() => beginsWith(shown.text, title), [shown.text, title])

  const painted = useMemo(() => {
    const index = indexText(shown.text)
    const inUtf16 = ({ start, end }: TextRange) => ({ start: index.toUtf16(start), end: index.toUtf16(end) })
    const words = (kind: HopWords['kind']) =>
      (choosing?.words ?? hopWords).filter((each) => each.kind === kind).map(inUtf16)
    const waiting = draft?.place ?? (movingId ? selected : null)
    const linked = linkedPlace ? [inUtf16(linkedPlace)] : []
    return { source: words('source'), cue: words('cue'), pending: waiting ? [inUtf16(waiting)] : [], linked }
  }, [shown.text, hopWords, linkedPlace, draft, movingId, choosing, selected])
  useHighlight('recoupe-source', textRoot, shown.text, painted.source, claims)
  useHighlight('recoupe-cue', textRoot, shown.text, painted.cue, claims)
  useHighlight('recoupe-pending', textRoot, shown.text, painted.pending, claims)
  useHighlight('recoupe-linked', textRoot, shown.text, painted.linked, claims)

  // A link to a passage leads to its words, once.
  const hasLed = useRef(false)
  useEffect(() => {
    if (!linkedPlace || hasLed.current) return
    hasLed.current = true
    reveal(linkedPlace)
  }, [linkedPlace, reveal])

  const menuOpen =
    selected !== null &&
    selected !== closed &&
    !draft &&
    (movingId !== null || choosing !== null || markRefusals.length === 0)
  return (
    <div className={classes.inner}>
      {banners}
      <MoveHint />
      <OtherWordsNote />
      {isFirst ? (
        <VisuallyHidden component="h1" lang={shown.language ?? undefined} translate="no" dir="auto">
          {title}
        </VisuallyHidden>
      ) : (
        <h1 className={readingClasses.title} lang={shown.language ?? undefined} translate="no" dir="auto">
          {title}
        </h1>
      )}
      <div className={readingClasses.meta}>{meta}</div>
      <ArticleText
        hintId={hintId}
        beginsWithTitle={isFirst}
        onMenu={() => {
          setClosed(null)
          setByKeys(readSelection())
        }}
      />
      <p id={hintId} hidden>
        {markRefusals.length === 0 ? t('hint') : t('hintReadOnly')}
      </p>
      {menuOpen && (
        <SelectionMenu
          key={`${selected.start}-${selected.end}`}
          place={selected}
          focused={byKeys === selected}
          onClose={() => {
            setClosed(selected)
            focusText()
          }}
        />
      )}
    </div>
  )
}

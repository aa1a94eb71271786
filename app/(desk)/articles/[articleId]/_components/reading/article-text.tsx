'use client'

import { useTranslations } from 'next-intl'
import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, memo, useCallback, useEffect, useMemo } from 'react'
import readingClasses from '@/app/_ui/reading.module.css'
import { indexText } from '@/lib/text/code-points'
import { nextOutwards } from '@/lib/text/segments'
import { useWorkbench } from '../workbench/workbench-context'
import classes from './article-text.module.css'
import { copiedWords } from './copied-words'
import { pageRange } from './dom-place'
import type { ParagraphView } from './paragraph'
import { paragraphViews } from './paragraph-view'
import { windowsOf } from './paragraph-windows'
import { scrollToRange } from './scroll-to-range'
import { TextParagraph } from './text-paragraph'
import { selectedPlace } from './text-selection'
import { TextWindow } from './text-window'
import { useClaimNames } from './use-claim-names'
import { useReadingCursor } from './use-reading-cursor'

interface ParagraphsProps {
  text: string
  paragraphs: readonly ParagraphView[]
}

const Paragraphs = memo(function Paragraphs({ text, paragraphs }: ParagraphsProps) {
  const windows = windowsOf(text, paragraphs)
  if (windows) return windows.map((shown) => <TextWindow key={shown.start} text={text} shown={shown} />)
  return paragraphs.map((paragraph) => <TextParagraph key={paragraph.start} text={text} paragraph={paragraph} />)
})

/** The ids of the claims around an element of the text, outermost first. */
function claimsAround(element: Element | null, root: Element): string[] {
  const ids: string[] = []
  for (let at = element; at && at !== root; at = at.parentElement) {
    const id = at.getAttribute('data-claim')
    if (id) ids.unshift(id)
  }
  return ids
}

interface ArticleTextProps {
  hintId: string
  /** The first paragraph is the article's title, and looks like it. */
  beginsWithTitle: boolean
  /** Opens the menu of categories for what is selected, and moves the focus into it. */
  onMenu: () => void
}

/** The article's text with its marks: selected by mouse, finger, or a reading cursor. */
export function ArticleText({ hintId, beginsWithTitle, onMenu }: ArticleTextProps) {
  const t = useTranslations('workbench')
  const { shown, claims, selectedId, select, otherWords, textRoot } = useWorkbench()
  const { text, language } = shown
  const refuse = useCallback(() => otherWords.set(true), [otherWords])
  const cursor = useReadingCursor(textRoot, text, language, refuse)
  const paragraphs = useMemo(() => paragraphViews(text, claims), [text, claims])
  useClaimNames(textRoot, claims)

  // Painted on the elements, so that selecting one of 2,000 claims redraws nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: newly drawn paragraphs have to be painted again.
  useEffect(() => {
    const root = textRoot.current
    if (!root || !selectedId) return
    const marks = root.querySelectorAll(`[data-claim="${selectedId}"]`)
    const tags = root.querySelectorAll(`[data-tag="${selectedId}"]`)
    for (const mark of marks) mark.setAttribute('data-on', '')
    for (const tag of tags) tag.setAttribute('aria-current', 'true')
    return () => {
      for (const mark of marks) mark.removeAttribute('data-on')
      for (const tag of tags) tag.removeAttribute('aria-current')
    }
  }, [selectedId, textRoot, paragraphs])

  // A link to a claim leads to its words.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where the page was opened with.
  useEffect(() => {
    const first = claims.find((claim) => claim.id === selectedId)?.spans[0]
    const index = indexText(text)
    const range =
      first &&
      textRoot.current &&
      pageRange(textRoot.current, text, index.toUtf16(first.start), index.toUtf16(first.end))
    if (range) scrollToRange(range, { centre: true })
  }, [])

  const take = (ids: readonly string[], open: boolean) => {
    const next = nextOutwards(ids, selectedId)
    if (next) select(next, { open })
    return next !== null
  }

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const target = event.target instanceof Element ? event.target : null
    const tag = target?.closest('[data-tag]')
    if (tag) {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      select(tag.getAttribute('data-tag'), { open: true })
    } else if (!selectedPlace(textRoot.current, text)) take(claimsAround(target, event.currentTarget), true)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    if (cursor.onKey(event)) return
    if (event.key !== 'Enter' && event.key !== ' ') return
    if (selectedPlace(textRoot.current, text)) {
      event.preventDefault()
      onMenu()
      return
    }
    const at = indexText(text).toUtf16(cursor.read().focus)
    const range = textRoot.current && pageRange(textRoot.current, text, at, at)
    if (take(claimsAround(range?.startContainer.parentElement ?? null, event.currentTarget), true))
      event.preventDefault()
  }

  // A very long paragraph is drawn in boxes, between which the browser would put line ends.
  const onCopy = (event: ClipboardEvent<HTMLDivElement>) => {
    const words = copiedWords(event.currentTarget, text)
    if (words === null) return
    event.clipboardData.setData('text/plain', words)
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a region that takes the keys of the reading cursor.
    <div
      ref={textRoot}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the reading cursor needs the focus.
      tabIndex={0}
      aria-label={t('text.label')}
      aria-describedby={hintId}
      lang={language ?? undefined}
      // A translated word is no word of the article.
      translate="no"
      dir="auto"
      className={`${readingClasses.text} ${classes.text}`}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      data-title-first={beginsWithTitle || undefined}
      onFocus={(event) => {
        if (event.target === event.currentTarget && event.currentTarget.matches(':focus-visible')) cursor.show(false)
      }}
      onBlur={cursor.hide}
    >
      <Paragraphs text={text} paragraphs={paragraphs} />
    </div>
  )
}

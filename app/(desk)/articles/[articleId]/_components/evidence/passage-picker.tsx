'use client'

import { Button, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Note } from '@/app/_ui/note'
import { useReasonText } from '@/app/_ui/use-reason-text'
import { nearestOccurrence } from '@/lib/attributions/occurrence'
import { paragraphAt } from '@/lib/attributions/paragraph'
import { nameKey } from '@/lib/sources/name-key'
import { sliceCodePoints } from '@/lib/text/code-points'
import { sentencesOf } from '@/lib/text/sentences'
import { showsWords } from '../reading/dom-place'
import classes from './evidence.module.css'
import { type PassageDraft, passagePicked } from './evidence-draft'
import { type SentenceRange, toggleSentence } from './sentence-range'
import type { ArticleText } from './use-article-text'

interface PassagePickerProps {
  article: ArticleText
  value: PassageDraft | null
  onChange: (passage: PassageDraft | null) => void
}

/** More than this are not listed: words narrow them down. */
const MOST = 120

/** Picks a passage of a text: one or several consecutive sentences, or exactly the words that were looked for. */
export function PassagePicker({ article, value, onChange }: PassagePickerProps) {
  const t = useTranslations('evidence.passage')
  const [search, setSearch] = useState('')
  const [isRefused, setRefused] = useState(false)
  const reasonText = useReasonText()
  const sentences = useMemo(() => {
    const places = sentencesOf(article.text, article.language)
    return places.map((place, at) => {
      const words = sliceCodePoints(article.text, place.start, place.end)
      return { ...place, at, words, key: nameKey(words), paragraph: paragraphAt(article.text, place.start) }
    })
  }, [article])
  const place = value?.place
  const isPicked = (sentence: { start: number; end: number }) =>
    place !== undefined && sentence.start >= place.start && sentence.end <= place.end
  const picked = sentences.filter(isPicked)
  const range: SentenceRange =
    picked[0]?.start === place?.start && picked.at(-1)?.end === place?.end && picked[0]
      ? { from: picked[0].at, to: picked.at(-1)?.at ?? picked[0].at }
      : null
  const wanted = nameKey(search)
  const listed = sentences.filter((sentence) => isPicked(sentence) || sentence.key.includes(wanted))
  const words = search.trim().includes(' ') ? nearestOccurrence(article.text, search, 0, 0) : null
  const take = (start: number, end: number) => {
    setRefused(false)
    onChange(passagePicked(article, { start, end }))
  }
  const press = (at: number, shown: Element | null) => {
    if (!shown || !showsWords(shown, sentences[at]?.words ?? '')) return setRefused(true)
    const next = toggleSentence(range, at)
    const [first, last] = [next && sentences[next.from], next && sentences[next.to]]
    if (first && last) take(first.start, last.end)
    else onChange(null)
  }
  return (
    <div className={classes.picker}>
      <TextInput
        label={t('search')}
        placeholder={t('searchHint')}
        maxLength={500}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      {words && (
        <Button size="compact-sm" onClick={() => take(words.start, words.end)}>
          {t('takeWords', { number: paragraphAt(article.text, words.start) })}
        </Button>
      )}
      <p className={classes.help} role="status">
        {listed.length === 0 ? t('noSentence') : t('pickSentences')}
      </p>
      <ol className={classes.sentences} aria-label={t('sentences')}>
        {listed.slice(0, MOST).map((sentence) => (
          <li key={sentence.at}>
            <button
              type="button"
              aria-pressed={isPicked(sentence)}
              onClick={(event) => press(sentence.at, event.currentTarget.querySelector('[translate="no"]'))}
            >
              <span className={classes.paragraph}>{t('paragraph', { number: sentence.paragraph })}</span>
              <span lang={article.language ?? undefined} translate="no" dir="auto">
                {sentence.words}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {isRefused && (
        <div role="alert">
          <Note tone="false">{reasonText({ key: 'span.otherWords' })}</Note>
        </div>
      )}
      {listed.length > MOST && <p className={classes.help}>{t('more', { count: listed.length - MOST })}</p>}
      {value && (
        <blockquote className={classes.picked} translate="no" dir="auto">
          {t('picked', { number: paragraphAt(article.text, value.place.start), words: value.quote })}
        </blockquote>
      )}
    </div>
  )
}

'use client'

import { Button, SegmentedControl, Select, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { FormError } from '@/app/_ui/form-error'
import { Kbd } from '@/app/_ui/key-hint'
import readingClasses from '@/app/_ui/reading.module.css'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { markClaimAction } from '@/app/(desk)/_actions/claims'
import { withWords } from '@/lib/articles/seen-words'
import { CATEGORIES } from '@/lib/claims/category-keys'
import { defaultChecked } from '@/lib/claims/default-checked'
import { sliceCodePoints, type TextRange } from '@/lib/text/code-points'
import { sentenceAround } from '@/lib/text/sentences'
import { CheckedAspect } from '@/prisma/generated/enums'
import { type Draft, type ShownText, useWorkbench } from '../workbench/workbench-context'
import { bareWordings } from './bare-wordings'
import classes from './mark-form.module.css'

// Longer than this is no claim any more; the server refuses it.
const LONGEST_WORDING = 1000

/** What the wording starts from: the passage's sentence, else the passage, on one line; nothing when both are too long. */
function firstWording({ text, language }: ShownText, place: TextRange): string {
  const sentence = sentenceAround(text, place.start, place.end, language) ?? place
  const candidates = [sentence, place].map(({ start, end }) =>
    sliceCodePoints(text, start, end).replaceAll(/\s+/g, ' '),
  )
  return candidates.find((words) => words.length <= LONGEST_WORDING) ?? ''
}

type WordingReading = { bare: string | null; isRead: boolean }

/** The sentence without who says so, as soon as it has been read. */
function useBareWording({ text, language }: ShownText, place: TextRange): WordingReading {
  const [read, setRead] = useState<WordingReading>({ bare: null, isRead: false })
  useEffect(() => {
    let isCurrent = true
    const ask = async () => {
      // Without it the form starts from the whole sentence.
      const words = await bareWordings().then(
        ({ bareWording }) => bareWording(text, language, place),
        () => null,
      )
      if (isCurrent) setRead({ bare: words && words.length <= LONGEST_WORDING ? words : null, isRead: true })
    }
    void ask()
    return () => {
      isCurrent = false
    }
  }, [text, language, place])
  return read
}

/** The short form of a new mark. The mark stands in the text at once; a refusal keeps the form as it was filled in. */
export function MarkForm({ draft }: { draft: Draft }) {
  const t = useTranslations('workbench.form')
  const categoryLabel = useTranslations('category')
  const checkedLabel = useTranslations('checked')
  const { shown, select, endDraft, showUnsaved, focusText, reveal } = useWorkbench()
  const { text, language } = shown
  const [category, setCategory] = useState(draft.category)
  const [checked, setChecked] = useState<CheckedAspect>(defaultChecked(draft.category))
  // Null: nobody has typed yet, and the wording follows from what is checked.
  const [typed, setTyped] = useState<string | null>(null)
  const [sentence] = useState(() => firstWording(shown, draft.place))
  const { bare, isRead } = useBareWording(shown, draft.place)
  const wording = typed ?? (checked === 'CONTENT' ? bare : null) ?? sentence
  const titleId = useId()
  const unsaved = useUnsaved('mark', {
    of: `${shown.versionId} ${draft.place.start} ${draft.place.end}`,
    value: { typed, category, checked },
    take: (kept) => {
      setTyped(kept.typed)
      setCategory(kept.category)
      setChecked(kept.checked)
    },
  })
  const { run, pending, error, errorAt } = useAction(markClaimAction, {
    unsaved,
    onSuccess: ({ id }) => {
      endDraft()
      select(id, { saved: true })
      focusText()
    },
    onError: () => showUnsaved(null),
  })

  // Where the form is a sheet over the text, its words stay in sight above it.
  useEffect(() => {
    if (matchMedia('(max-width: 68.74em)').matches) reveal(draft.place, true)
  }, [reveal, draft])

  const save = () => {
    if (pending) return
    const span = { id: draft.spanId, start: draft.place.start, end: draft.place.end }
    showUnsaved({
      id: draft.claimId,
      number: 0,
      version: 0,
      category,
      checked,
      wording,
      state: 'OPEN',
      assignee: null,
      verdict: null,
      origins: null,
      needsAttention: false,
      spans: [span],
    })
    const { articleId, versionId } = shown
    const spans = [{ id: draft.spanId, ...withWords(text, draft.place) }]
    run({ id: draft.claimId, articleId, versionId, spans, category, checked, wording })
  }
  const cancel = () => {
    endDraft()
    focusText()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation()
      cancel()
    }
    const inWording = event.target instanceof HTMLTextAreaElement && !event.shiftKey
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && (inWording || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      save()
    }
  }

  return (
    <form
      aria-labelledby={titleId}
      aria-busy={!isRead}
      className={classes.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h2 id={titleId} className={classes.title}>
        {t('title')}
      </h2>
      <blockquote
        className={`${readingClasses.quote} ${classes.quote}`}
        lang={language ?? undefined}
        translate="no"
        dir="auto"
      >
        {sliceCodePoints(text, draft.place.start, draft.place.end)}
      </blockquote>
      <UnsavedNote of={unsaved} />
      <Select
        label={t('category')}
        data={CATEGORIES.map((value) => ({ value, label: categoryLabel(value) }))}
        value={category}
        allowDeselect={false}
        comboboxProps={{ withinPortal: true }}
        onChange={(value) => {
          const next = CATEGORIES.find((each) => each === value)
          if (!next) return
          // What a person chose stays; what followed from the category follows on.
          if (checked === defaultChecked(category)) setChecked(defaultChecked(next))
          setCategory(next)
        }}
        error={errorAt('category')}
      />
      <div>
        <div className={classes.label} id={`${titleId}-checked`}>
          {t('checked')}
        </div>
        <SegmentedControl
          fullWidth
          aria-labelledby={`${titleId}-checked`}
          data={Object.values(CheckedAspect).map((value) => ({ value, label: checkedLabel(value) }))}
          value={checked}
          onChange={(value) => setChecked(value === 'UTTERANCE' ? 'UTTERANCE' : 'CONTENT')}
        />
      </div>
      <Textarea
        label={t('wording')}
        description={t('wordingHelp')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LONGEST_WORDING}
        data-autofocus
        autoFocus
        value={wording}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={errorAt('wording')}
      />
      <FormError error={error} />
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" loading={pending}>
          {t('save')}
        </Button>
        <Button onClick={cancel}>{t('cancel')}</Button>
        <span className={classes.keys}>
          <Kbd keys={t('enter')} />
          <Kbd keys={t('escape')} />
        </span>
      </div>
    </form>
  )
}

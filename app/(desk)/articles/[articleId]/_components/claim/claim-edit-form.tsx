'use client'

import { Button, SegmentedControl, Select, TagsInput, Textarea } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useState } from 'react'
import { FormError } from '@/app/_ui/form-error'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { editClaimAction } from '@/app/(desk)/_actions/claims'
import { CATEGORIES } from '@/lib/claims/category-keys'
import type { ClaimView } from '@/lib/claims/queries'
import { CheckedAspect } from '@/prisma/generated/enums'
import classes from './claim-tab.module.css'
import { EditConflict } from './edit-conflict'

/** Wording, category, what is checked, tags. A colleague's change meanwhile is shown beside one's own, and decided upon. */
export function ClaimEditForm({ claim, onDone }: { claim: ClaimView; onDone: () => void }) {
  const t = useTranslations('claim')
  const categoryLabel = useTranslations('category')
  const checkedLabel = useTranslations('checked')
  const router = useRouter()
  const id = useId()
  const [seen, setSeen] = useState(claim.version)
  const [values, setValues] = useState(() => valuesOf(claim))
  const unsaved = useUnsaved('claim', {
    of: claim.id,
    version: seen,
    value: values,
    // Of an earlier version: both are shown, and decided upon.
    take: (kept, version) => {
      setValues(kept)
      if (version !== null) setSeen(version)
    },
  })
  const { run, pending, error, errorAt, clearError } = useAction(editClaimAction, {
    unsaved,
    onSuccess: onDone,
    // The page then brings the colleague's version, and this form shows both.
    onError: ({ code }) => code === 'conflict' && router.refresh(),
  })
  const change = (next: Partial<typeof values>) => setValues((now) => ({ ...now, ...next }))
  const save = () => run({ id: claim.id, version: seen, ...values })
  const changedMeanwhile = claim.version !== seen

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault()
      onDone()
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      if (!pending && !changedMeanwhile) save()
    }
  }

  return (
    <form
      className={classes.form}
      aria-label={t('edit')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        if (!changedMeanwhile) save()
      }}
    >
      <UnsavedNote of={unsaved} />
      <Textarea
        label={t('wording')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={1000}
        autoFocus
        value={values.wording}
        onChange={(event) => change({ wording: event.currentTarget.value })}
        error={errorAt('wording')}
      />
      <Select
        label={t('category')}
        data={CATEGORIES.map((value) => ({ value, label: categoryLabel(value) }))}
        value={values.category}
        allowDeselect={false}
        onChange={(value) => change({ category: CATEGORIES.find((each) => each === value) ?? values.category })}
        error={errorAt('category')}
      />
      <div>
        <div className={classes.label} id={`${id}-checked`}>
          {t('checked')}
        </div>
        <SegmentedControl
          fullWidth
          aria-labelledby={`${id}-checked`}
          data={Object.values(CheckedAspect).map((value) => ({ value, label: checkedLabel(value) }))}
          value={values.checked}
          onChange={(value) => change({ checked: value === 'UTTERANCE' ? 'UTTERANCE' : 'CONTENT' })}
        />
      </div>
      <TagsInput
        label={t('tags')}
        description={t('tagsHelp')}
        value={values.tags}
        maxTags={20}
        onChange={(tags) => change({ tags })}
        error={errorAt('tags')}
      />
      {changedMeanwhile ? (
        <EditConflict
          theirs={claim}
          onKeepMine={() => {
            clearError()
            setSeen(claim.version)
          }}
          onTakeTheirs={() => {
            clearError()
            setSeen(claim.version)
            setValues(valuesOf(claim))
          }}
        />
      ) : (
        <FormError error={error} />
      )}
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" loading={pending} disabled={changedMeanwhile}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  )
}

const valuesOf = ({ wording, category, checked, tags }: ClaimView) => ({ wording, category, checked, tags })

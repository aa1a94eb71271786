'use client'

import { Button, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ActionError } from '@/app/_ui/action-result'
import { FormError } from '@/app/_ui/form-error'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { saveEvidenceAction } from '@/app/(desk)/_actions/evidence'
import { SourcePicker } from '@/app/(desk)/_components/source-picker'
import type { ClaimView } from '@/lib/claims/queries'
import type { EvidenceView } from '@/lib/evidence/queries'
import { newId } from '@/lib/new-id'
import { Stance } from '@/prisma/generated/enums'
import { lostWords } from '../hops/hop-draft'
import { unmakeableIn } from '../hops/voice-answers'
import type { ArticleOption } from './article-select'
import classes from './evidence.module.css'
import {
  draftOfEvidence,
  type EvidenceDraft,
  evidenceInputOf,
  newEvidence,
  STANCE_OF_WAY,
  WAYS,
} from './evidence-draft'
import { EvidenceMore } from './evidence-more'
import { PassageFields } from './passage-fields'
import { useArticleText } from './use-article-text'

interface EvidenceFormProps {
  claim: ClaimView
  articles: readonly ArticleOption[]
  /** Left out for a new item. */
  item?: EvidenceView
  onClose: () => void
}

const STANCES = Object.values(Stance).filter((stance) => stance !== 'SEARCHED_NOTHING_FOUND')
const LOST: ActionError = { code: 'invalid', reasons: [{ key: 'attribution.wordsNotInText' }] }
const NOT_SAID_WHO: ActionError = { code: 'invalid', reasons: [{ key: 'attribution.voiceMissing' }] }
const NO_PASSAGE: ActionError = { code: 'invalid', reasons: [{ key: 'evidence.passageMissing' }] }

/** One piece of evidence, new or changed; what was entered stays when it is refused. */
export function EvidenceForm({ claim, articles, item, onClose }: EvidenceFormProps) {
  const t = useTranslations('evidence')
  const label = useTranslations()
  const [id] = useState(() => item?.id ?? newId())
  const [chainId] = useState(() => item?.attribution?.id ?? newId())
  // What this person began from: a colleague's later version is a conflict, not lost.
  const [began] = useState(item)
  const [draft, setDraft] = useState(() => (item ? draftOfEvidence(item) : newEvidence('passage')))
  const [articleId, setArticleId] = useState(draft.passage?.articleId ?? null)
  const [own, setOwn] = useState<ActionError | null>(null)
  const loaded = useArticleText(draft.way === 'passage' ? articleId : null)
  const unsaved = useUnsaved('evidence', {
    of: item?.id ?? claim.id,
    version: began?.version ?? null,
    value: { draft, articleId },
    take: (kept) => {
      setDraft(kept.draft)
      setArticleId(kept.articleId)
    },
  })
  const { run, pending, error, errorAt } = useAction(saveEvidenceAction, { unsaved, onSuccess: onClose })
  const set = (part: Partial<EvidenceDraft>) => {
    setOwn(null)
    setDraft((before) => ({ ...before, ...part }))
  }
  const { way } = draft
  const save = () => {
    const isLost = way === 'passage' && lostWords(draft.hops).length > 0
    const isOpen = unmakeableIn(draft.hops).length > 0
    const wrong = isLost ? LOST : way === 'passage' && !draft.passage ? NO_PASSAGE : isOpen ? NOT_SAID_WHO : null
    setOwn(wrong && { ...wrong })
    if (wrong) return
    const input = evidenceInputOf(draft, began?.attribution ?? null, chainId)
    void run({ id, claimId: claim.id, version: began?.version ?? null, ...input })
  }
  return (
    <form
      className={classes.form}
      aria-label={item ? t('change') : t('add')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <FormError error={own ?? error} />
      <UnsavedNote of={unsaved} />
      <SegmentedControl
        aria-label={t('wayLabel')}
        fullWidth
        size="xs"
        classNames={{ label: classes.way }}
        value={way}
        data={WAYS.map((value) => ({ value, label: t(`way.${value}`) }))}
        onChange={(value) => {
          const chosen = WAYS.find((each) => each === value) ?? way
          set({ way: chosen, stance: STANCE_OF_WAY[chosen] })
        }}
      />
      {way === 'passage' && (
        <PassageFields
          articles={articles}
          exceptId={claim.articleId}
          articleId={articleId}
          onArticle={(chosen) => {
            setArticleId(chosen)
            set({ passage: null })
          }}
          loaded={loaded}
          value={draft.passage}
          onChange={(passage) => set({ passage })}
          error={errorAt('passage')}
        />
      )}
      {way !== 'search' && (
        <NativeSelect
          label={t('field.stance')}
          description={t(`stanceHelp.${draft.stance}`)}
          value={draft.stance}
          data={STANCES.map((value) => ({ value, label: label(`stance.${value}`) }))}
          onChange={(event) =>
            set({ stance: STANCES.find((each) => each === event.currentTarget.value) ?? draft.stance })
          }
        />
      )}
      {way !== 'passage' && (
        <>
          <SourcePicker
            label={way === 'search' ? t('field.searchedSource') : t('field.source')}
            value={draft.source}
            onChange={(source) => set({ source })}
            error={errorAt('sourceId')}
          />
          <TextInput
            type="url"
            label={t('field.url')}
            placeholder="https://"
            maxLength={2000}
            value={draft.url}
            error={errorAt('url')}
            onChange={(event) => set({ url: event.currentTarget.value })}
          />
        </>
      )}
      {way === 'source' && (
        <Textarea
          label={t('field.quote')}
          description={t('help.quote')}
          autosize
          minRows={2}
          maxRows={12}
          maxLength={10_000}
          value={draft.quote}
          error={errorAt('quote')}
          onChange={(event) => set({ quote: event.currentTarget.value })}
        />
      )}
      {way !== 'search' && (
        <TextInput
          label={t('field.locator')}
          placeholder={t('help.locator')}
          maxLength={500}
          value={draft.locator}
          error={errorAt('locator')}
          onChange={(event) => set({ locator: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={way === 'search' ? t('field.searchNote') : t('field.note')}
        description={way === 'search' ? t('help.searchNote') : undefined}
        required={way === 'search'}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={5000}
        value={draft.note}
        error={errorAt('note')}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <EvidenceMore draft={draft} onChange={set} errorAt={errorAt} article={loaded.article} />
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" loading={pending}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  )
}

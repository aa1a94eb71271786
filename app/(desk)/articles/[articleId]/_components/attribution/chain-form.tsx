'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useMemo, useRef, useState } from 'react'
import type { ActionError } from '@/app/_ui/action-result'
import { FormError } from '@/app/_ui/form-error'
import { Kbd } from '@/app/_ui/key-hint'
import { Note } from '@/app/_ui/note'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { saveAttributionAction } from '@/app/(desk)/_actions/attributions'
import type { ChainView } from '@/lib/attributions/queries'
import type { ClaimView } from '@/lib/claims/queries'
import { newId } from '@/lib/new-id'
import { HopCards } from '../hops/hop-cards'
import {
  draftOfHop,
  type HopDraft,
  hopInputOf,
  lostWords,
  newHop,
  newSourcesOf,
  type WordsText,
} from '../hops/hop-draft'
import { useHopsHistory } from '../hops/use-hops-history'
import { useWordsChoice } from '../hops/use-words-choice'
import { unmakeableIn } from '../hops/voice-answers'
import { useWorkbench } from '../workbench/workbench-context'
import classes from './attribution.module.css'
import { answerInputOf, draftOfAnswer } from './knows-draft'

interface ChainFormProps {
  claim: ClaimView
  /** Left out for a new chain. */
  chain?: ChainView
  /** What a new chain starts from. */
  proposed?: readonly HopDraft[]
  /** Opens with one more hop at the end. */
  withNewHop?: boolean
  onClose: () => void
  onSaved: (saved: { id: string; version: number }) => void
}

const endOf = (hops: readonly { source: { id: string } | null }[]) => hops.map(({ source }) => source?.id ?? '').join()

const LOST: ActionError = { code: 'invalid', reasons: [{ key: 'attribution.wordsNotInText' }] }
const NOT_SAID_WHO: ActionError = { code: 'invalid', reasons: [{ key: 'attribution.voiceMissing' }] }

/** One chain of a claim, new or changed; what was entered stays when it is refused. */
export function ChainForm({ claim, chain, proposed = [], withNewHop = false, onClose, onSaved }: ChainFormProps) {
  const t = useTranslations('attribution.edit')
  const { shown, readSelection } = useWorkbench()
  const form = useRef<HTMLFormElement>(null)
  const [id] = useState(() => chain?.id ?? newId())
  // The version that this person began from: a colleague's later one is a conflict, not lost.
  const [version] = useState(chain?.version ?? null)
  const history = useHopsHistory(() => [
    ...(chain?.hops ?? []).map(draftOfHop),
    ...proposed,
    ...(withNewHop ? [newHop()] : []),
  ])
  const { hops, change, undo, canUndo } = history
  const [activeId, setActive] = useState(() => (withNewHop ? hops.at(-1)?.id : hops[0]?.id) ?? null)
  const active = hops.find((hop) => hop.id === activeId) ?? hops.at(-1)
  const [lost, setLost] = useState<ActionError | null>(null)
  const unsaved = useUnsaved('chain', {
    of: chain?.id ?? claim.id,
    version,
    value: hops,
    take: (kept) => change(kept, true),
  })
  const { run, pending, error, errorAt } = useAction(saveAttributionAction, {
    unsaved,
    onSuccess: (saved) => {
      onClose()
      onSaved(saved)
    },
  })
  const text = useMemo((): WordsText => {
    const here = claim.spans.find((span) => span.versionId === shown.versionId)
    return { text: shown.text, near: here ?? { start: 0, end: 0 }, readSelection }
  }, [claim.spans, shown, readSelection])
  const save = () => {
    if (pending) return
    const asked = hops.find((hop) => unmakeableIn([hop]).length > 0)
    const wrong = lostWords(hops).length > 0 ? LOST : asked ? NOT_SAID_WHO : null
    setLost(wrong && { ...wrong })
    if (asked) setActive(asked.id)
    if (wrong) return
    const newSources = newSourcesOf(hops)
    // What was answered stays where it is still asked: of another end, nobody has answered.
    const kept = chain && endOf(chain.hops) === endOf(hops) ? answerInputOf(draftOfAnswer(chain)) : null
    const input = { id, claimId: claim.id, version, versionId: shown.versionId, newSources, hops: hops.map(hopInputOf) }
    void run({ ...input, ...kept })
  }
  const addHop = () => {
    const hop = newHop()
    setActive(hop.id)
    change([...hops, hop])
  }
  useWordsChoice(history, active, { onHop: addHop, onUndo: undo, onSave: () => form.current?.requestSubmit() })
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={chain ? t('change') : t('new')}
      // Words taken from the text are no input: the guard against losing them is told here.
      data-unsaved={canUndo ? '' : undefined}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <FormError error={lost ?? error} />
      <UnsavedNote of={unsaved} />
      {hops.length === 0 && <Note tone="accent">{t('noHop')}</Note>}
      {active && <p className={classes.how}>{t('how', { number: hops.indexOf(active) + 1 })}</p>}
      <HopCards
        hops={hops}
        onChange={(next) => change(next)}
        errorAt={(index, field) => errorAt(`hops.${index}.${field}`)}
        text={text}
        active={active?.id ?? null}
        onActive={setActive}
      />
      <div className={classes.foot}>
        <Button
          type="submit"
          variant="filled"
          loading={pending}
          aria-keyshortcuts="Control+Enter"
          rightSection={
            <span aria-hidden>
              <Kbd keys="Ctrl ↵" />
            </span>
          }
        >
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
        {canUndo && (
          <Button variant="subtle" onClick={undo}>
            {t('undoStep')}
          </Button>
        )}
      </div>
    </form>
  )
}

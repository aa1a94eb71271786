'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { ANSWERS, isAnswered, isOwnKnowledge } from '@/lib/attributions/how-known'
import type { AnswerView } from '@/lib/attributions/queries'
import type { Reason } from '@/lib/errors'
import type { CheckedAspect, HowKnown } from '@/prisma/generated/enums'
import type { WordsText } from '../hops/hop-draft'
import classes from './attribution.module.css'
import { type AnswerInput, answerInputOf, draftOfAnswer, type KnowsDraft } from './knows-draft'
import { KnowsFields } from './knows-fields'

interface KnowsQuestionProps {
  /** The chain or the piece of evidence that is asked. */
  of: string
  answer: AnswerView
  checked: CheckedAspect
  /** The outlet at which the chain ends; null: it is the text itself that is asked. */
  outlet: string | null
  /** Who witnessed it or speaks: a newsroom, or the person or body that is the source itself. */
  whose?: 'newsroom' | 'source'
  text: WordsText | null
  hasTally: boolean
  refusals: readonly Reason[]
  pending: boolean
  errorAt: (path: string) => string | undefined
  /** Resolves to whether it was saved. */
  onAnswer: (answer: AnswerInput) => Promise<boolean>
}

/** How does the text know? One press where it does not say; else with the words or the reason that make it an origin. */
export function KnowsQuestion({ of, answer, checked, outlet, text, hasTally, refusals, ...on }: KnowsQuestionProps) {
  const t = useTranslations('knows')
  const { pending, errorAt, onAnswer, whose = 'newsroom' } = on
  const values = { checked, whose }
  const [isChanging, setChanging] = useState(false)
  const [draft, setDraft] = useState<KnowsDraft | null>(null)
  const unsaved = useUnsaved('knows', { of, value: draft, take: setDraft })
  const question = outlet ? t('question.outlet', { name: outlet, checked }) : t('question.text', { checked })
  const isDone = isAnswered(answer.knows) && !isChanging
  const save = async (given: KnowsDraft) => {
    if (!(await onAnswer(answerInputOf(given)))) return
    unsaved.settle()
    setDraft(null)
    setChanging(false)
  }
  const choose = (knows: HowKnown) => {
    const chosen = { ...draftOfAnswer(answer), knows }
    if (isOwnKnowledge(knows)) setDraft(chosen)
    else void save({ ...chosen, reason: '' })
  }
  return (
    <section className={classes.ask} data-open={!isDone || undefined} aria-label={question}>
      <p className={classes.kick}>{question}</p>
      {isDone ? (
        <div className={classes.answered}>
          <p>
            <b>{t(`answer.${answer.knows}`, values)}</b>
            {answer.knowsWords && ` · ${t('quoted', { words: answer.knowsWords.exact })}`}
            {answer.knowsReason && ` · ${answer.knowsReason}`}
          </p>
          <ReasonedButton size="compact-sm" variant="subtle" reasons={refusals} onClick={() => setChanging(true)}>
            {t('change')}
          </ReasonedButton>
        </div>
      ) : (
        <>
          {!isAnswered(answer.knows) && <p>{t(`answer.${answer.knows}`, values)}</p>}
          <fieldset className={classes.answers}>
            {ANSWERS.map((knows) => (
              <ReasonedButton
                key={knows}
                size="compact-sm"
                reasons={refusals}
                loading={pending && !draft}
                aria-pressed={draft?.knows === knows}
                onClick={() => choose(knows)}
              >
                {t(`answer.${knows}`, values)}
              </ReasonedButton>
            ))}
            {isChanging && !draft && (
              <Button size="compact-sm" variant="subtle" color="mute" onClick={() => setChanging(false)}>
                {t('cancel')}
              </Button>
            )}
          </fieldset>
          <UnsavedNote of={unsaved} />
          {draft && (
            <form
              className={classes.form}
              noValidate
              data-unsaved=""
              onSubmit={(event) => {
                event.preventDefault()
                void save(draft)
              }}
            >
              <KnowsFields
                draft={draft}
                onChange={setDraft}
                text={text}
                hasTally={hasTally}
                error={errorAt('knowsReason')}
              />
              <div className={classes.foot}>
                <Button type="submit" variant="filled" size="compact-md" loading={pending}>
                  {t('save')}
                </Button>
                <Button size="compact-md" onClick={() => setDraft(null)}>
                  {t('cancel')}
                </Button>
              </div>
            </form>
          )}
        </>
      )}
    </section>
  )
}

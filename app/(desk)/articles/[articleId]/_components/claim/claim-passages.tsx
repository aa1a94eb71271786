'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { FormError } from '@/app/_ui/form-error'
import { Note } from '@/app/_ui/note'
import readingClasses from '@/app/_ui/reading.module.css'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { Section } from '@/app/_ui/section'
import type { ClaimView } from '@/lib/claims/queries'
import { indexText } from '@/lib/text/code-points'
import { useWorkbench } from '../workbench/workbench-context'
import classes from './claim-tab.module.css'
import { useMoveClaim } from './use-move-claim'

/** The words that the claim stands on, with a way to them, and to put the claim on other words. */
export function ClaimPassages({ claim }: { claim: ClaimView }) {
  const t = useTranslations('claim')
  const { shown, selection, movingId, setMoving, setOpenColumn, reveal } = useWorkbench()
  const selected = useSyncExternalStore(selection.subscribe, selection.get, () => null)
  const { move, pending, error } = useMoveClaim()
  const isMoving = movingId === claim.id
  return (
    <Section title={t('passages')}>
      <ul className={classes.passages}>
        {claim.spans.map((span) => (
          <li key={span.id} className={classes.passage}>
            <blockquote
              className={`${readingClasses.quote} ${classes.quote}`}
              lang={shown.language ?? undefined}
              translate="no"
              dir="auto"
            >
              {span.exact}
            </blockquote>
            {span.versionId === shown.versionId && (
              <Button
                size="compact-sm"
                onClick={() => {
                  setOpenColumn('text')
                  reveal(span)
                }}
              >
                {t('goTo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isMoving ? (
        <Note tone="accent" title={selected ? t('moveTo') : t('moveHow')}>
          {selected && (
            <p className={classes.theirs} translate="no" dir="auto">
              « {indexText(shown.text).slice(selected.start, selected.end)} »
            </p>
          )}
          <div className={classes.buttons}>
            {/* A press on the button must not take the selection away. */}
            <span onPointerDown={(event) => event.preventDefault()}>
              <Button variant="filled" size="compact-sm" loading={pending} disabled={!selected} onClick={move}>
                {t('moveHere')}
              </Button>
            </span>
            <Button size="compact-sm" onClick={() => setMoving(null)}>
              {t('cancel')}
            </Button>
          </div>
        </Note>
      ) : (
        <ReasonedButton
          reasons={claim.refusals.change}
          onClick={() => {
            setMoving(claim.id)
            setOpenColumn('text')
          }}
        >
          {t('move')}
        </ReasonedButton>
      )}
      <FormError error={error} />
    </Section>
  )
}

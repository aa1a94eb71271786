'use client'

import { Button, Skeleton } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { removeFigureAction } from '@/app/(desk)/_actions/figures'
import type { Reason } from '@/lib/errors'
import type { EventValue } from '@/lib/events/schema'
import { numberOf } from '@/lib/figures/quantity'
import type { FigureView } from '@/lib/figures/queries'
import type { FigureOrigins } from '@/lib/independence/figure-origins'
import { useChainKeys } from '../attribution/use-chain-keys'
import { draftOfFigure, type FigureDraft, keptOf } from './figure-draft'
import { FigureLine } from './figure-line'
import { FigureOrigin } from './figure-origin'
import { FigureStanding } from './figure-standing'
import type { OfferedChains } from './figure-stating'
import classes from './figures.module.css'

// Fetched when it is opened: it reads words and finds events, which the rest of the workbench does not.
const FigureForm = dynamic(() => import('./figure-form').then((module) => module.FigureForm), {
  loading: () => <Skeleton height={320} radius={9} />,
})

interface FigureListProps {
  claimId: string
  /** The claim's own words: what a new figure is quoted from. */
  passage: string
  figures: (FigureView & { origins: FigureOrigins | null })[]
  offered: OfferedChains
  /** The event that the article was last about. */
  event: EventValue | null
  isExpected: boolean
  reasons: readonly Reason[]
}

export function FigureList(props: FigureListProps) {
  const { claimId, passage, figures, offered, event, isExpected, reasons } = props
  const t = useTranslations('figure')
  const locale = useLocale()
  const [editing, setEditing] = useState<string | 'new' | null>(null)
  const [removing, setRemoving] = useState<FigureView | null>(null)
  const { run, pending, error, clearError } = useAction(removeFigureAction, { onSuccess: () => setRemoving(null) })
  const [entered, setEntered] = useState<FigureDraft[]>([])
  const close = () => {
    setEditing(null)
    setEntered([])
  }
  const last = entered.at(-1)
  const before = figures.at(-1)
  const kept = last ?? (before && draftOfFigure(before, '', locale))
  // What was just saved may not be in the list yet.
  const stated = [
    ...figures,
    ...entered.map(({ low, best, high }) => ({ low: numberOf(low), best: numberOf(best), high: numberOf(high) })),
  ]
  useChainKeys({ f: reasons.length === 0 && editing === null ? () => setEditing('new') : null })
  return (
    <>
      {figures.length === 0 && isExpected && editing !== 'new' && <p className={classes.empty}>{t('empty')}</p>}
      <ul className={classes.list}>
        {figures.map((figure) => (
          <li key={figure.id}>
            {editing === figure.id ? (
              <FigureForm claimId={claimId} figure={figure} offered={offered} onClose={close} />
            ) : (
              <div className={classes.figure} data-rank={figure.rank}>
                <FigureLine figure={figure} />
                {reasons.length === 0 && (
                  <span className={classes.buttons}>
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={t('editThis', { words: figure.verbatim })}
                      onClick={() => setEditing(figure.id)}
                    >
                      {t('edit')}
                    </Button>
                    <Button
                      variant="subtle"
                      color="mute"
                      size="compact-sm"
                      aria-label={t('removeThis', { words: figure.verbatim })}
                      onClick={() => {
                        clearError()
                        setRemoving(figure)
                      }}
                    >
                      {t('remove')}
                    </Button>
                  </span>
                )}
                <p className={classes.quote} translate="no" dir="auto">
                  {t('quote', { words: figure.verbatim })}
                </p>
                <FigureOrigin origins={figure.origins} />
                <FigureStanding figure={figure} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {editing === 'new' ? (
        <FigureForm
          key={entered.length}
          claimId={claimId}
          passage={last?.verbatim ?? passage}
          start={{ ...(kept && keptOf(kept)), event: kept?.event ?? event }}
          stated={stated}
          offered={offered}
          onClose={close}
          onNext={(saved) => setEntered((all) => [...all, saved])}
        />
      ) : (
        <ReasonedButton
          reasons={reasons}
          variant={isExpected ? 'default' : 'subtle'}
          size="compact-sm"
          onClick={() => setEditing('new')}
        >
          {t('add')}
        </ReasonedButton>
      )}
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('removeTitle')}
        confirmLabel={t('remove')}
        destructive
        pending={pending}
        error={error}
        onConfirm={() => removing && void run({ id: removing.id, claimId, version: removing.version })}
      >
        {removing && t('removeText', { words: removing.verbatim })}
      </ConfirmDialog>
    </>
  )
}

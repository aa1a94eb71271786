'use client'

import { Radio, Stack, Text, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { approveClaimAction } from '@/app/(desk)/_actions/review'
import type { Reason } from '@/lib/errors'
import type { OriginSummary } from '@/lib/independence/origin-summary'
import { SINGLE_SOURCE_KINDS } from '@/lib/review/single-source-kinds'
import type { SingleSourceKind } from '@/prisma/generated/enums'
import { ConfirmDialog } from '../../../../../_ui/confirm-dialog'
import { Note } from '../../../../../_ui/note'
import { useAction } from '../../../../../_ui/use-action'
import { useReasonText } from '../../../../../_ui/use-reason-text'
import { GateOrigins } from './gate-origins'
import classes from './review.module.css'

type Props = {
  claimId: string
  verdictId: string
  claimRevision: number
  origins: OriginSummary | null
  lacking: readonly Reason[]
  rivals: ReactNode
  onClose: () => void
}

/** Approves the verdict that is on the screen: what counted; where origins are lacking, of which kind the reason is, and why. */
export function ApproveDialog({ claimId, verdictId, claimRevision, origins, lacking, rivals, onClose }: Props) {
  const t = useTranslations('review')
  const kindName = useTranslations('singleSourceKind')
  const text = useReasonText()
  const [kind, setKind] = useState<SingleSourceKind | null>(null)
  const [why, setWhy] = useState('')
  const unsaved = useUnsaved('approve', {
    of: claimId,
    version: claimRevision,
    value: { kind, why },
    take: (kept) => {
      setKind(kept.kind)
      setWhy(kept.why)
    },
  })
  const { run, pending, error, errorAt } = useAction(approveClaimAction, { unsaved, onSuccess: onClose })
  const approve = () => run({ id: claimId, verdictId, claimRevision, singleSourceKind: kind, singleSourceReason: why })
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('dialog.approve.title')}
      confirmLabel={t('dialog.approve.confirm')}
      onConfirm={() => void approve()}
      pending={pending}
      error={error}
    >
      <div className={classes.fields}>
        <Text size="sm">{t('dialog.approve.text')}</Text>
        {rivals}
        {origins && <GateOrigins claimId={claimId} origins={origins} />}
        {lacking.length > 0 && (
          <>
            <Note title={t('dialog.approve.lacking')}>{lacking.map(text).join(' ')}</Note>
            <UnsavedNote of={unsaved} />
            <Radio.Group
              label={t('dialog.approve.kind')}
              value={kind ?? ''}
              error={errorAt('singleSourceKind')}
              onChange={(chosen) => setKind(SINGLE_SOURCE_KINDS.find((each) => each === chosen) ?? null)}
            >
              <Stack gap="xs" mt={6}>
                {SINGLE_SOURCE_KINDS.map((each) => (
                  <Radio key={each} value={each} label={kindName(each)} />
                ))}
              </Stack>
            </Radio.Group>
            <Textarea
              label={t('dialog.approve.why')}
              description={t('dialog.approve.whyHelp')}
              value={why}
              error={errorAt('singleSourceReason')}
              maxLength={1000}
              onChange={(event) => setWhy(event.currentTarget.value)}
              autosize
              minRows={2}
              maxRows={8}
            />
          </>
        )}
      </div>
    </ConfirmDialog>
  )
}

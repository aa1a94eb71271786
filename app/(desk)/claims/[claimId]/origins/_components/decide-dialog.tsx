'use client'

import { NativeSelect, Radio, Stack, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { decideOriginAction } from '@/app/(desk)/_actions/independence'
import { newId } from '@/lib/new-id'
import type { OriginDecisionKind } from '@/prisma/generated/enums'
import { focusAppearanceNext } from './decided-focus'
import { useUndoDecision } from './use-undo-decision'

export type DecisionAbout = {
  /** `decide`: what is undetermined; `part`: an appearance leaves its group; `join`: two groups are one; `concerned`: who denies is the one
   * whom the claim is about. */
  mode: 'decide' | 'part' | 'join' | 'concerned'
  claimId: string
  appearanceId: string
  /** The appearance's number on the page. */
  count: number
  /** What its group is called. */
  name: string
  /** The other groups of its side, each by one of its appearances. */
  others: readonly { appearanceId: string; label: string }[]
}

const KINDS: Record<DecisionAbout['mode'], OriginDecisionKind> = {
  decide: 'DIFFERENT',
  part: 'DIFFERENT',
  join: 'SAME',
  concerned: 'CONCERNED',
}

/** Asks what a person decides about the origin of an appearance, and why. */
export function DecideDialog(props: DecisionAbout & { onClose: () => void }) {
  const { mode, claimId, appearanceId, count, name, others, onClose } = props
  const t = useTranslations('origins.decide')
  const [id] = useState(newId)
  const [kind, setKind] = useState(KINDS[mode])
  const [other, setOther] = useState(others[0]?.appearanceId ?? '')
  const [reason, setReason] = useState('')
  const offerUndo = useUndoDecision()
  const unsaved = useUnsaved(`decide ${mode}`, {
    of: `${claimId} ${appearanceId}`,
    value: { kind, other, reason },
    take: (kept) => {
      setKind(kept.kind)
      setOther(kept.other)
      setReason(kept.reason)
    },
  })
  const { run, pending, error, errorAt } = useAction(decideOriginAction, {
    unsaved,
    onSuccess: () => {
      focusAppearanceNext(appearanceId)
      offerUndo(id, appearanceId)
      onClose()
    },
  })
  const titles = {
    decide: t('title', { count }),
    part: t('partTitle', { count }),
    join: t('joinTitle', { name }),
    concerned: t('concernedTitle', { count }),
  }
  const isSame = kind === 'SAME'
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={titles[mode]}
      confirmLabel={t('confirm')}
      pending={pending}
      error={error}
      onConfirm={() => void run({ id, claimId, kind, appearanceId, otherId: isSame ? other : null, reason })}
    >
      <Stack gap="md">
        <UnsavedNote of={unsaved} />
        {mode === 'part' && <p style={{ margin: 0 }}>{t('partText', { count })}</p>}
        {mode === 'concerned' && <p style={{ margin: 0 }}>{t('concernedText')}</p>}
        {mode === 'decide' && (
          <Radio.Group
            label={t('kind')}
            value={kind}
            onChange={(chosen) => setKind(chosen === 'SAME' ? 'SAME' : 'DIFFERENT')}
          >
            <Stack gap="xs" mt={6}>
              <Radio value="DIFFERENT" label={t('own')} description={t('ownHelp')} />
              {others.length > 0 && <Radio value="SAME" label={t('same')} description={t('sameHelp')} />}
            </Stack>
          </Radio.Group>
        )}
        {isSame && (
          <NativeSelect
            label={t('other')}
            value={other}
            error={errorAt('otherId')}
            onChange={(event) => setOther(event.currentTarget.value)}
            data={others.map((each) => ({ value: each.appearanceId, label: each.label }))}
          />
        )}
        <Textarea
          label={t('reason')}
          description={t('reasonHelp')}
          required
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          data-autofocus={mode !== 'decide' || undefined}
          value={reason}
          error={errorAt('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  )
}

'use client'

import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { RefusalReason } from '@/app/_ui/action-result'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { ReliabilityGrade } from '@/prisma/generated/enums'
import { judgeSourceAction } from '../../../_actions/sources'

interface JudgeButtonProps {
  sourceId: string
  /** The project's day. */
  today: string
  reasons: readonly RefusalReason[]
}

const GRADES = Object.values(ReliabilityGrade)

/** Judges a source's reliability by the Admiralty code, with the day and the reason. */
export function JudgeButton({ sourceId, today, reasons }: JudgeButtonProps) {
  const t = useTranslations('sources.reliability')
  const words = useTranslations('sources.grade')
  const [opened, { open, close }] = useDisclosure(false)
  const [draft, setDraft] = useState({ id: v7(), grade: '', reason: '', judgedOn: today })
  const unsaved = useUnsaved('judgement', {
    of: sourceId,
    value: { grade: draft.grade, reason: draft.reason, judgedOn: draft.judgedOn },
    take: (kept) => setDraft((before) => ({ ...before, ...kept })),
    isOpen: opened,
  })
  const { run, pending, error, errorAt, clearError } = useAction(judgeSourceAction, { unsaved, onSuccess: close })
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const begin = () => {
    clearError()
    setDraft({ id: v7(), grade: '', reason: '', judgedOn: today })
    open()
  }
  const judge = () => {
    const { grade, ...rest } = draft
    // None chosen is refused by the server, with its reason at the field.
    void run({ ...rest, sourceId, grade: GRADES.find((each) => each === grade) ?? ('' as ReliabilityGrade) })
  }
  return (
    <>
      <ReasonedButton size="xs" reasons={reasons} onClick={begin}>
        {t('judge')}
      </ReasonedButton>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('judgeTitle')}
        confirmLabel={t('save')}
        onConfirm={judge}
        pending={pending}
        error={error}
      >
        <Stack gap="md">
          <UnsavedNote of={unsaved} />
          <NativeSelect
            label={t('grade')}
            data-autofocus
            value={draft.grade}
            onChange={(event) => set({ grade: event.currentTarget.value })}
            data={[
              { value: '', label: t('choose') },
              ...GRADES.map((value) => ({ value, label: `${value} · ${words(value)}` })),
            ]}
            error={errorAt('grade')}
          />
          <Textarea
            label={t('reason')}
            description={t('reasonHelp')}
            autosize
            minRows={3}
            maxLength={2000}
            value={draft.reason}
            onChange={(event) => set({ reason: event.currentTarget.value })}
            error={errorAt('reason')}
          />
          <TextInput
            type="date"
            label={t('judgedOn')}
            value={draft.judgedOn}
            onChange={(event) => set({ judgedOn: event.currentTarget.value })}
            error={errorAt('judgedOn')}
          />
        </Stack>
      </ConfirmDialog>
    </>
  )
}

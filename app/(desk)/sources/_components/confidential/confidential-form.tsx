'use client'

import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { FormError } from '@/app/_ui/form-error'
import { LinkButton } from '@/app/_ui/link-button'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import { SourcePicker } from '@/app/(desk)/_components/source-picker'
import type { SourceValue } from '@/lib/sources/schema'
import { addConfidentialAction } from '../../../_actions/sources'

interface ConfidentialFormProps {
  /** Editors in force, by name. */
  approvers: readonly { id: string; name: string }[]
  actorId: string | null
}

/** A new confidential source; what was typed stays when it is refused. */
export function ConfidentialForm({ approvers, actorId }: ConfidentialFormProps) {
  const t = useTranslations('confidential')
  const router = useRouter()
  const [id] = useState(() => uuidv7())
  const [texts, setTexts] = useState({ name: '', role: '', whyUnnamed: '', identity: '' })
  const [parent, setParent] = useState<SourceValue | null>(null)
  const [approvedById, setApprovedById] = useState(approvers.find((each) => each.id === actorId)?.id ?? '')
  const { name, role, whyUnnamed } = texts
  const unsaved = useUnsaved('confidentialSource', {
    // Whose identity it is never stays in a browser.
    value: { name, role, whyUnnamed, parent, approvedById },
    take: (kept) => {
      setTexts((before) => ({ ...before, name: kept.name, role: kept.role, whyUnnamed: kept.whyUnnamed }))
      setParent(kept.parent)
      setApprovedById(kept.approvedById)
    },
  })
  const { run, pending, error, errorAt } = useAction(addConfidentialAction, {
    unsaved,
    onSuccess: (added) => router.push(`/sources/${added.id}`),
  })
  const text = (field: keyof typeof texts, maxLength: number) => ({
    maxLength,
    value: texts[field],
    error: errorAt(field),
    autoComplete: 'off',
    // Read at once: by the time of the updater the event has lost its target.
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setTexts((before) => ({ ...before, [field]: value })),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void run({ id, ...texts, approvedById, parentId: parent?.id ?? null })
      }}
    >
      <Stack gap="md">
        <FormError error={error} />
        <UnsavedNote of={unsaved} />
        <TextInput {...text('name', 300)} label={t('pseudonym')} description={t('pseudonymHelp')} />
        <TextInput {...text('role', 300)} label={t('role')} description={t('roleHelp')} />
        <SourcePicker
          label={t('institution')}
          description={t('institutionHelp')}
          value={parent}
          onChange={setParent}
          kinds={['ORGANISATION', 'OUTLET']}
          error={errorAt('parentId')}
        />
        <Textarea {...text('whyUnnamed', 2000)} label={t('whyUnnamed')} autosize minRows={2} maxRows={8} />
        <NativeSelect
          label={t('approvedBy')}
          value={approvedById}
          error={errorAt('approvedById')}
          data={[
            { value: '', label: t('approver') },
            ...approvers.map((each) => ({ value: each.id, label: each.name })),
          ]}
          onChange={(event) => setApprovedById(event.currentTarget.value)}
        />
        <Textarea
          {...text('identity', 4000)}
          label={t('identity')}
          description={t('identityHelp')}
          spellCheck={false}
          autosize
          minRows={2}
          maxRows={8}
        />
        <Group gap="xs">
          <Button type="submit" variant="filled" loading={pending}>
            {t('add')}
          </Button>
          <LinkButton href="/sources">{t('cancel')}</LinkButton>
        </Group>
      </Stack>
    </form>
  )
}

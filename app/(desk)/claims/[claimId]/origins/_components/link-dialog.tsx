'use client'

import { Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { useAction } from '@/app/_ui/use-action'
import { newId } from '@/lib/ids'
import type { PooledClaim } from '@/lib/independence/view'
import { linkClaimsAction, searchClaimsToLinkAction } from '../actions'

const PAUSE_MS = 250

/** Looks claims of other articles up while somebody types; only the answer to the last question counts. */
function useClaimSearch(claimId: string) {
  const [found, setFound] = useState<readonly PooledClaim[] | null>(null)
  const asked = useRef('')
  const search = useDebouncedCallback(async (words: string) => {
    const claims = await searchClaimsToLinkAction(claimId, words).catch(() => null)
    if (asked.current === words && claims) setFound(words.trim() ? claims : null)
  }, PAUSE_MS)
  return {
    found,
    ask: (words: string) => {
      asked.current = words
      search(words)
    },
  }
}

/** Chooses the claim of another article that says the same. */
export function LinkDialog({ claimId, onClose }: { claimId: string; onClose: () => void }) {
  const t = useTranslations('origins.links')
  const [id] = useState(newId)
  const [chosen, setChosen] = useState('')
  const [reason, setReason] = useState('')
  const { found, ask } = useClaimSearch(claimId)
  const { run, pending, error, errorAt } = useAction(linkClaimsAction, {
    onSuccess: () => {
      notifications.show({ message: t('added') })
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('addTitle')}
      confirmLabel={t('confirm')}
      pending={pending}
      error={error}
      onConfirm={() => void run({ id, oneId: claimId, otherId: chosen, reason })}
    >
      <Stack gap="md">
        <TextInput
          label={t('search')}
          description={t('searchHelp')}
          data-autofocus
          onChange={(event) => ask(event.currentTarget.value)}
          // Enter looks for the words; it must not send a choice that is not there yet.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        {found && found.length > 0 && (
          <Radio.Group label={t('found')} value={chosen} onChange={setChosen} error={errorAt('otherId')}>
            <Stack gap="xs" mt={6}>
              {found.map((claim) => (
                <Radio key={claim.id} value={claim.id} label={claim.wording} description={claim.articleTitle} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <div role="status">{found?.length === 0 && t('nothing')}</div>
        <Textarea
          label={t('reason')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={2000}
          value={reason}
          error={errorAt('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  )
}

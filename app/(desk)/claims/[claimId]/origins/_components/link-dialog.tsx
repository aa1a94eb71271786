'use client'

import { Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { UnsavedNote } from '@/app/_ui/unsaved/unsaved-note'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { searchClaimsToLinkAction, suggestLinksAction } from '@/app/(desk)/_actions/independence'
import { useLinking } from '@/app/(desk)/_components/use-linking'
import type { LinkSuggestion } from '@/lib/independence/link-suggestions'
import type { PooledClaim } from '@/lib/independence/view'
import { SuggestionList } from './suggestion-list'

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

/** What the dialog begins with: null while it is looked for. */
function useSuggestions(claimId: string): readonly LinkSuggestion[] | null {
  const [suggestions, setSuggestions] = useState<readonly LinkSuggestion[] | null>(null)
  useEffect(() => {
    let isOpen = true
    suggestLinksAction(claimId)
      .catch(() => [])
      .then((found) => isOpen && setSuggestions(found))
    return () => {
      isOpen = false
    }
  }, [claimId])
  return suggestions
}

/** Chooses the claim of another article that says the same: one that is suggested, or one that is looked for. */
export function LinkDialog({ claimId, onClose }: { claimId: string; onClose: () => void }) {
  const t = useTranslations('origins.links')
  const [chosen, setChosen] = useState('')
  const [reason, setReason] = useState('')
  const unsaved = useUnsaved('link', { of: claimId, value: reason, take: setReason })
  const suggestions = useSuggestions(claimId)
  const { found, ask } = useClaimSearch(claimId)
  const { link, pending, error, errorAt, question } = useLinking(() => {
    unsaved.settle()
    notifications.show({ message: t('added') })
    onClose()
  })
  const others = found?.filter((claim) => !suggestions?.some(({ id }) => id === claim.id)) ?? null
  return (
    <>
      <ConfirmDialog
        opened
        onClose={onClose}
        title={t('addTitle')}
        confirmLabel={t('confirm')}
        pending={pending}
        error={error}
        onConfirm={() => void link({ oneId: claimId, otherId: chosen, reason })}
      >
        <Radio.Group aria-label={t('addTitle')} value={chosen} onChange={setChosen} error={errorAt('otherId')}>
          <Stack gap="md">
            <SuggestionList suggestions={suggestions} />
            <TextInput
              label={t('search')}
              description={t('searchHelp')}
              onChange={(event) => ask(event.currentTarget.value)}
              // Enter looks for the words; it must not send a choice that is not there yet.
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            />
            {others && others.length > 0 && (
              <Stack gap="xs" role="group" aria-label={t('found')}>
                {others.map((claim) => (
                  <Radio key={claim.id} value={claim.id} label={claim.wording} description={claim.articleTitle} />
                ))}
              </Stack>
            )}
            <div role="status">{others?.length === 0 && found?.length === 0 && t('nothing')}</div>
          </Stack>
        </Radio.Group>
        <UnsavedNote of={unsaved} />
        <Textarea
          mt="md"
          label={t('reason')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={2000}
          value={reason}
          error={errorAt('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
      {question}
    </>
  )
}

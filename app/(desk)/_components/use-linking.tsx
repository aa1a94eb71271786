'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/confirm-dialog'
import { useAction } from '@/app/_ui/use-action'
import { useReasonText } from '@/app/_ui/use-reason-text'
import { newId } from '@/lib/new-id'
import { linkClaimsAction } from '../_actions/independence'

type LinkRequest = { oneId: string; otherId: string; reason?: string | null }

/**
 * Links two claims; where the server doubts that they say the same, it is asked once more, with everything that speaks against it.
 * `question` is to be shown beside the form; `error` is of what cannot be confirmed.
 */
export function useLinking(onLinked: () => void) {
  const t = useTranslations('origins.links')
  const text = useReasonText()
  const [id, setId] = useState(newId)
  const [asked, setAsked] = useState<LinkRequest | null>(null)
  const { run, pending, error, errorAt } = useAction(linkClaimsAction, {
    onSuccess: () => {
      setAsked(null)
      setId(newId())
      onLinked()
    },
    onError: ({ reasons }) => {
      if (!isDoubt(reasons)) setAsked(null)
    },
  })
  const doubts = error && isDoubt(error.reasons) ? error.reasons : []
  const send = (link: LinkRequest, confirmed: boolean) => run({ id, reason: null, ...link, confirmed })
  return {
    link: (link: LinkRequest) => {
      setAsked(link)
      return send(link, false)
    },
    pending,
    error: doubts.length > 0 ? null : error,
    errorAt,
    question: (
      <ConfirmDialog
        opened={asked !== null && doubts.length > 0}
        onClose={() => setAsked(null)}
        title={t('doubtTitle')}
        confirmLabel={t('linkAllTheSame')}
        pending={pending}
        destructive
        onConfirm={() => asked && void send(asked, true)}
      >
        <ul>
          {doubts.map((reason) => (
            <li key={text(reason)}>{text(reason)}</li>
          ))}
        </ul>
        <p>{t('doubtText')}</p>
      </ConfirmDialog>
    ),
  }
}

const isDoubt = (reasons: readonly { path?: string }[]) =>
  reasons.length > 0 && reasons.every(({ path }) => path === 'confirmed')

'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { FormError } from '@/app/_ui/form-error'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { removeReplyAction, saveReplyAction } from '@/app/(desk)/_actions/replies'
import type { Reason } from '@/lib/errors'
import type { ReplyView } from '@/lib/replies/queries'
import classes from './replies.module.css'

const ReplyForm = dynamic(() => import('./reply-form').then((module) => module.ReplyForm))

interface RepliesPanelProps {
  claimId: string
  items: readonly { reply: ReplyView; facts: ReactNode }[]
  reasons: readonly Reason[]
}

/** The requests of a claim, each to be changed or taken away, and the form for another one. */
export function RepliesPanel({ claimId, items, reasons }: RepliesPanelProps) {
  const t = useTranslations('reply')
  const [editing, setEditing] = useState<string | null>(null)
  const [removed, setRemoved] = useState<ReplyView | null>(null)
  const removal = useAction(removeReplyAction)
  const undo = useAction(saveReplyAction, { onSuccess: () => setRemoved(null) })
  const mayChange = reasons.length === 0
  const remove = async (reply: ReplyView) => {
    const { ok } = await removal.run({ id: reply.id, claimId, version: reply.version })
    if (ok) setRemoved(reply)
  }
  const close = () => setEditing(null)
  return (
    <>
      {items.length === 0 && editing === null && <p className={classes.empty}>{t('empty')}</p>}
      <FormError error={removal.error ?? undo.error} />
      {items.map(({ reply, facts }) =>
        editing === reply.id ? (
          <ReplyForm key={reply.id} claimId={claimId} reply={reply} onClose={close} />
        ) : (
          <div key={reply.id} className={classes.item}>
            {facts}
            {mayChange && (
              <div className={classes.foot}>
                <Button
                  size="compact-xs"
                  aria-label={t('editOf', { name: reply.source.name })}
                  onClick={() => setEditing(reply.id)}
                >
                  {t('edit')}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="mute"
                  aria-label={t('removeOf', { name: reply.source.name })}
                  loading={removal.pending}
                  onClick={() => void remove(reply)}
                >
                  {t('remove')}
                </Button>
              </div>
            )}
          </div>
        ),
      )}
      {removed && (
        <p className={classes.removed} role="status">
          {t('removed', { name: removed.source.name })}{' '}
          <Button
            size="compact-xs"
            loading={undo.pending}
            onClick={() => void undo.run({ ...removed, sourceId: removed.source.id, version: null })}
          >
            {t('undo')}
          </Button>
        </p>
      )}
      {editing === '' ? (
        <ReplyForm claimId={claimId} reply={null} onClose={close} />
      ) : (
        <div className={classes.foot}>
          <ReasonedButton reasons={reasons} size="compact-sm" onClick={() => setEditing('')}>
            {t('add')}
          </ReasonedButton>
        </div>
      )}
    </>
  )
}

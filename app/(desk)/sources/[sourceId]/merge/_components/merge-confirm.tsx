'use client'

import { notifications } from '@mantine/notifications'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { RefusalReason } from '@/app/_ui/action-result'
import { FormError } from '@/app/_ui/form-error'
import { LinkButton } from '@/app/_ui/link-button'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { mergeSourcesAction } from '@/app/(desk)/_actions/sources'
import classes from './merge.module.css'

interface MergeConfirmProps {
  keptId: string
  keptName: string
  keptVersion: number
  droppedId: string
  droppedName: string
  droppedVersion: number
  reasons: readonly RefusalReason[]
}

/** The deed, with the versions that were previewed: whoever changed either meanwhile makes it a conflict. */
export function MergeConfirm({ reasons, keptName, droppedName, ...versions }: MergeConfirmProps) {
  const t = useTranslations('sources.merge')
  const router = useRouter()
  const [id] = useState(() => v7())
  const { run, pending, error } = useAction(mergeSourcesAction, {
    onSuccess: ({ keptId }) => {
      notifications.show({ message: t('done', { kept: keptName, dropped: droppedName }) })
      router.push(`/sources/${keptId}#merges`)
    },
  })
  return (
    <div className={classes.confirm}>
      <FormError error={error} />
      <p className={classes.help}>{t('undoable')}</p>
      <div className={classes.buttons}>
        <LinkButton href={`/sources/${versions.keptId}`}>{t('cancel')}</LinkButton>
        <ReasonedButton variant="filled" reasons={reasons} loading={pending} onClick={() => run({ id, ...versions })}>
          {t('confirm')}
        </ReasonedButton>
      </div>
    </div>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import type { RefusalReason } from '@/app/_ui/action-result'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { finishMarkingAction, resumeMarkingAction } from '@/app/(desk)/_actions/articles'

interface MarkingToggleProps {
  article: { id: string; version: number }
  isFinished: boolean
  reasons: readonly RefusalReason[]
}

/** Says that all claims are marked, or takes that back: what makes the progress mean something. */
export function MarkingToggle({ article, isFinished, reasons }: MarkingToggleProps) {
  const t = useTranslations('workbench.header')
  const finish = useAction(finishMarkingAction)
  const resume = useAction(resumeMarkingAction)
  const { run, pending, error } = isFinished ? resume : finish
  return (
    <ReasonedButton
      reasons={reasons.length > 0 ? reasons : (error?.reasons ?? [])}
      loading={pending}
      onClick={() => run({ id: article.id, version: article.version })}
    >
      {isFinished ? t('resume') : t('finish')}
    </ReasonedButton>
  )
}

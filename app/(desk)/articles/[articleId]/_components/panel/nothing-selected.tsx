'use client'

import { IconHighlight } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/app/_ui/empty-state'
import { useWorkbench } from '../workbench/workbench-context'

/** What the panel says while no claim is selected: what to do next. `isGone`: the address names a claim that is not there any more. */
export function NothingSelected({ isGone }: { isGone: boolean }) {
  const { claims, markRefusals } = useWorkbench()
  const [hasClaims, canMark] = [claims.length > 0, markRefusals.length === 0]
  const t = useTranslations('workbench.nothing')
  if (isGone)
    return (
      <EmptyState compact title={t('gone')}>
        {t('goneHow')}
      </EmptyState>
    )
  if (hasClaims || !canMark)
    return (
      <EmptyState compact title={t('select')}>
        {canMark ? t('selectHow') : t('selectReadOnly')}
      </EmptyState>
    )
  return (
    <EmptyState compact icon={<IconHighlight size={28} stroke={1.5} />} title={t('first')}>
      {t('firstHow')}
    </EmptyState>
  )
}

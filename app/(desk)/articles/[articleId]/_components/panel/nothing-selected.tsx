import { IconHighlight } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/app/_ui/empty-state'

interface NothingSelectedProps {
  hasClaims: boolean
  canMark: boolean
  /** The address names a claim that is not there any more. */
  isGone: boolean
}

/** What the panel says while no claim is selected: what to do next. */
export function NothingSelected({ hasClaims, canMark, isGone }: NothingSelectedProps) {
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

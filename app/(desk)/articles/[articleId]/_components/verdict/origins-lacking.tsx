'use client'

import { useTranslations } from 'next-intl'
import { Note } from '@/app/_ui/note'
import { useReasonText } from '@/app/_ui/use-reason-text'
import type { Reason } from '@/lib/errors'

/** What an approval of this rating would still ask for, in the words of the refusal. */
export function OriginsLacking({ reasons }: { reasons: readonly Reason[] }) {
  const t = useTranslations('verdict')
  const text = useReasonText()
  if (reasons.length === 0) return null
  return <Note title={t('originsLacking')}>{reasons.map(text).join(' ')}</Note>
}

'use client'

import { useTranslations } from 'next-intl'
import type { RefusalReason } from './action-result'

type ReasonKey = Parameters<ReturnType<typeof useTranslations<'reason'>>['has']>[0]

/** Translates reasons that arrive as data; one that the messages do not know becomes a general text, never its raw key. */
export function useReasonText() {
  const t = useTranslations('reason')
  return (reason: RefusalReason): string => {
    // The server sends keys as plain strings: `has` is the check which makes the narrowing true.
    const key = reason.key as ReasonKey
    return t.has(key) ? t(key, reason.values) : t('unknown')
  }
}

'use client'

import type { RefusalReason } from './action-result'
import { useReasonText } from './use-reason-text'

/** Reasons that arrive as data, each as a paragraph. */
export function ReasonTexts({ reasons }: { reasons: readonly RefusalReason[] }) {
  const text = useReasonText()
  return [...new Set(reasons.map(text))].map((said) => <p key={said}>{said}</p>)
}

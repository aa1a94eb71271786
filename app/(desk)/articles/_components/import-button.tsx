'use client'

import type { RefusalReason } from '@/app/_ui/action-result'
import { LinkButton } from '@/app/_ui/link-button'
import { ReasonedButton } from '@/app/_ui/reasoned-button'

/** Leads to the import; explains itself to whoever may not. */
export function ImportButton({ reasons, label }: { reasons: readonly RefusalReason[]; label: string }) {
  if (reasons.length > 0) return <ReasonedButton reasons={reasons}>{label}</ReasonedButton>
  return (
    <LinkButton href="/articles/import" variant="filled">
      {label}
    </LinkButton>
  )
}

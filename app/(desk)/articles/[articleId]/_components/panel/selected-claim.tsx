'use client'

import { type ReactNode, useLayoutEffect } from 'react'
import type { MarkView } from '@/lib/review/mark-view'
import type { TextRange } from '@/lib/text/code-points'
import { useArticleClaims } from '../workbench/article-claims'
import type { HopWords } from '../workbench/workbench-context'
import { useWorkbench } from '../workbench/workbench-context'

type InVersion<Range> = Range & { versionId: string }

interface SelectedClaimProps {
  /** The claim as it was read with this panel; null: none is asked for. `claim` null: it is not there any more. */
  read: { claimId: string; since: string; versionId: string; claim: MarkView | null } | null
  /** Words of its chains. */
  hopWords: readonly InVersion<HopWords>[]
  /** The passage that the address points at. */
  linkedPlace: InVersion<TextRange> | null
  children: ReactNode
}

/** The panel of one claim: tells text and list what it was read with. */
export function SelectedClaim({ read, hopWords, linkedPlace, children }: SelectedClaimProps) {
  const { showInText } = useWorkbench()
  const { tell } = useArticleClaims()
  // Before anything is painted: text and panel speak of the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each panel that is read.
  useLayoutEffect(() => {
    showInText({ claimId: read?.claimId ?? null, hopWords, linkedPlace })
    if (read) tell(read.claimId, read)
  }, [read, hopWords, linkedPlace])
  return children
}

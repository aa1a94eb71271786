'use client'

import { useTranslations } from 'next-intl'
import { removeAttributionAction, saveAttributionAction } from '@/app/(desk)/_actions/attributions'
import { useUndoNotice } from '@/app/(desk)/_components/undo-notice'
import type { ChainView } from '@/lib/attributions/queries'
import { newId } from '@/lib/new-id'
import { chainInputOf } from './knows-draft'

type Saved = { id: string; version: number }

/** Offers to take back what was just done to chains of a claim: removed, saved anew, or changed. */
export function useChainUndo(claimId: string, shownVersionId: string) {
  const t = useTranslations('attribution')
  const notice = useUndoNotice()
  // Saving it again under its own ids brings back what it was.
  const restore = (chain: ChainView, version: number | null) =>
    saveAttributionAction({
      commandId: newId(),
      id: chain.id,
      claimId,
      version,
      ...chainInputOf(chain, shownVersionId),
    })
  const removeAll = async (chains: readonly Saved[]) => {
    const results = []
    for (const { id, version } of chains)
      results.push(await removeAttributionAction({ commandId: newId(), id, version }))
    return results.find(({ ok }) => !ok) ?? results[0] ?? { ok: true as const, value: null }
  }
  return {
    afterRemoval: (chain: ChainView) => notice(t('removedChain'), () => restore(chain, null)),
    afterSave: ({ id, version }: Saved, before: ChainView | null) =>
      notice(t('savedChain'), () => (before ? restore(before, version) : removeAll([{ id, version }]))),
    afterCopy: (copies: readonly Saved[], message: string) => notice(message, () => removeAll(copies)),
  }
}

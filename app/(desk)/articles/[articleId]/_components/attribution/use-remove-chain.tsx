'use client'

import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { useAction } from '@/app/_ui/use-action'
import type { AnchoredWords, ChainView } from '@/lib/attributions/queries'
import { removeAttributionAction, saveAttributionAction } from '../../actions/attribution'
import { draftOfHop, hopInputOf } from './hop-draft'

const UNDO_MS = 15_000

// Words are anchored in one text at a time: those of another version than the chain's first words stay away.
function hopsIn(chain: ChainView, versionId: string) {
  return chain.hops.map((hop) => {
    const kept = { ...hop, sourceWords: here(hop.sourceWords, versionId), cueWords: here(hop.cueWords, versionId) }
    return hopInputOf(draftOfHop(kept))
  })
}
const here = (words: AnchoredWords | null, versionId: string) => (words?.versionId === versionId ? words : null)

const versionOf = ({ hops }: ChainView, shown: string) =>
  hops.flatMap((hop) => [hop.cueWords, hop.sourceWords]).find((words) => words)?.versionId ?? shown

/** Removes a chain at once, and offers to take that back: saving it again under its own ids. */
export function useRemoveChain(claimId: string, shownVersionId: string) {
  const t = useTranslations('attribution')
  const removal = useAction(removeAttributionAction)
  const restoring = useAction(saveAttributionAction)
  const restore = (chain: ChainView) => {
    const versionId = versionOf(chain, shownVersionId)
    return restoring.run({ id: chain.id, claimId, version: null, versionId, hops: hopsIn(chain, versionId) })
  }
  const offerUndo = (chain: ChainView) => {
    const notice = `removed ${chain.id}`
    const undo = async () => {
      notifications.hide(notice)
      await restore(chain)
    }
    notifications.show({
      id: notice,
      autoClose: UNDO_MS,
      message: (
        <Group justify="space-between" gap="xs">
          {t('removedChain')}
          <Button size="compact-sm" onClick={() => void undo()}>
            {t('undo')}
          </Button>
        </Group>
      ),
    })
  }
  const remove = async (chain: ChainView) => {
    const result = await removal.run({ id: chain.id, version: chain.version })
    if (result.ok) offerUndo(chain)
  }
  return { remove, pending: removal.pending || restoring.pending, error: removal.error ?? restoring.error }
}

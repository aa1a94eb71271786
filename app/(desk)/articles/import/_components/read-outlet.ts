import type { ImportPreview } from '@/lib/import/queries'
import type { SourceValue } from '@/lib/sources/schema'

/** The outlet that a text names: the directory's, else one that is made when the article is saved. */
export function readOutlet({ outlet, facts }: ImportPreview): SourceValue | null {
  if (outlet || !facts.outlet) return outlet
  const fresh = { parent: null, byHand: false, candidates: [], other: null }
  return { id: '', name: facts.outlet, kind: 'OUTLET', role: null, fresh }
}

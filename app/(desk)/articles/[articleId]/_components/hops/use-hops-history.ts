import { useState } from 'react'
import type { HopDraft } from './hop-draft'

type History = { hops: HopDraft[]; past: (readonly HopDraft[])[] }

const idsOf = (hops: readonly HopDraft[]) => hops.map(({ id }) => id).join()

/** The hops in a form, with the steps that can be taken back: hops added, moved or removed, and words of the text taken. */
export function useHopsHistory(first: () => HopDraft[]) {
  const [{ hops, past }, setHistory] = useState<History>(() => ({ hops: first(), past: [] }))
  return {
    hops,
    canUndo: past.length > 0,
    /** Typing into a field is taken back by the field itself: it is no step, unless the form says so. */
    change: (next: HopDraft[], isStep = idsOf(next) !== idsOf(hops)) =>
      setHistory((now) => ({ hops: next, past: isStep ? [...now.past, now.hops] : now.past })),
    /** Changes one hop as it is by then; no step. */
    amend: (id: string, part: (hop: HopDraft) => Partial<HopDraft>) =>
      setHistory((now) => ({
        ...now,
        hops: now.hops.map((hop) => (hop.id === id ? { ...hop, ...part(hop) } : hop)),
      })),
    undo: () =>
      setHistory((now) => {
        const before = now.past.at(-1)
        return before ? { hops: [...before], past: now.past.slice(0, -1) } : now
      }),
  }
}

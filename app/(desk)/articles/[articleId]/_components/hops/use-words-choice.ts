import { useEffect, useEffectEvent } from 'react'
import { pressedKey } from '@/app/_ui/pressed-key'
import { searchSourcesAction } from '@/app/(desk)/_actions/sources'
import { ADDABLE_KINDS } from '@/lib/sources/kinds'
import { isTaken } from '../workbench/use-workbench-keys'
import type { HopWords } from '../workbench/workbench-context'
import { useWorkbench } from '../workbench/workbench-context'
import { type HopDraft, wordsSelected } from './hop-draft'
import type { useHopsHistory } from './use-hops-history'
import { knownAs, takenInto } from './words-to-hop'

type Keys = { onHop: () => void; onUndo: () => void; onSave: () => void }
const PARTS: Record<string, HopWords['kind']> = { s: 'source', c: 'cue' }
const ROLES = ['source', 'affiliation', 'onBehalfOf'] as const
type Role = (typeof ROLES)[number]
const TYPED_IN = 'input, textarea, select'

const wordsOf = (hop: HopDraft | undefined): HopWords[] => [
  ...(hop?.sourceWords.place ? [{ kind: 'source' as const, ...hop.sourceWords.place }] : []),
  ...(hop?.cueWords.place ? [{ kind: 'cue' as const, ...hop.cueWords.place }] : []),
]

/** While a chain's form is open: words selected in the text go to its active hop, by menu or key, and the form's keys work. */
export function useWordsChoice(history: ReturnType<typeof useHopsHistory>, active: HopDraft | undefined, keys: Keys) {
  const { shown, selection, readSelection, setChoosing, textRoot } = useWorkbench()
  const { hops, change, amend } = history

  // The desk may have the source already: then it takes the place of the one that would be made.
  const lookUp = async (id: string, role: Role, names: readonly string[]) => {
    const found = await Promise.all(names.map((name) => searchSourcesAction(name, [...ADDABLE_KINDS]))).catch(() => [])
    amend(id, (hop) => {
      const source = hop[role]
      return source?.fresh && !source.fresh.byHand ? { [role]: knownAs(source, names, found.flat()) } : {}
    })
  }
  const take = useEffectEvent((part: HopWords['kind']) => {
    const place = readSelection()
    if (!place || !active) return
    const words = wordsSelected(place, { text: shown.text })
    const taken = takenInto(active, part, words, shown.text)
    change(
      hops.map((hop) => (hop.id === active.id ? { ...hop, ...taken } : hop)),
      true,
    )
    for (const role of ROLES) {
      const name = taken[role]?.fresh && taken[role].name
      const written = role === 'source' ? [words.typed.trim()] : []
      if (name) void lookUp(active.id, role, [...new Set([name, ...written])])
    }
    document.getSelection()?.collapseToEnd()
    selection.set(null)
    // The menu goes, and the reading goes on where it was.
    if (document.activeElement?.closest('[role="toolbar"]')) textRoot.current?.focus({ preventScroll: true })
  })
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const key = pressedKey(event)
    const inField = event.target instanceof Element && event.target.closest(TYPED_IN) !== null
    const answer = (() => {
      if (key === 'mod+enter') return keys.onSave
      if (key === 'mod+z' && !event.shiftKey && !inField) return keys.onUndo
      if (isTaken(event)) return null
      if (key === 'h') return keys.onHop
      const part = PARTS[key]
      return part && readSelection() ? () => take(part) : null
    })()
    if (!answer) return
    event.preventDefault()
    event.stopPropagation()
    answer()
  })

  const number = active ? hops.findIndex(({ id }) => id === active.id) + 1 : 0
  const words = JSON.stringify(wordsOf(active))
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew only when the active hop or its words change.
  useEffect(() => {
    setChoosing(number > 0 ? { hop: number, take: (part) => take(part), words: wordsOf(active) } : null)
  }, [number, words, setChoosing])
  useEffect(() => () => setChoosing(null), [setChoosing])
  useEffect(() => {
    // Before the workbench's own keys: these letters mean something else while a chain is built.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [])
}

import type { OriginSummary } from '@/lib/independence/origin-summary'
import type { Pool } from '@/lib/independence/queries/pool'
import { attentionOf, type Change } from '@/lib/verdicts/attention'
import type { GraphRow } from '@/lib/verdicts/queries/graph-rows'
import { currentGrounds, type LoadedGraph } from '@/lib/verdicts/read-grounds'
import type { Grounds } from '@/lib/verdicts/schema'

// A claim with everything that it rests on, read once: what is known of it is told by functions of this, and counted nowhere else.

/** What is known of every claim: those that say the same with it, and its origins. */
type CountedGraph = { claimId: string; pool: Pool; origins: OriginSummary }

/** A claim whose verdict may be judged: with its own parts, its verdicts, and what those in question rested on, by id. */
export type JudgedGraph = CountedGraph & LoadedGraph & { grounds: ReadonlyMap<string, Grounds> }

/** `row` null: nobody has judged the claim, and nobody asked. */
export type ClaimGraph = JudgedGraph | (CountedGraph & { row: null })

/** The verdict that a claim stands by, and what it rests on that is not what it was. */
export type Attention = { verdictId: string; changes: Change[] }

type VerdictStanding = Pick<GraphRow, 'state' | 'approvedVerdictId' | 'verdicts'>

/** The verdict that a claim stands by: the approved one, else the latest. A dropped claim stands by none. */
export const standingVerdict = ({ state, approvedVerdictId, verdicts }: VerdictStanding): string | null =>
  state === 'DROPPED' ? null : (approvedVerdictId ?? verdicts[0]?.id ?? null)

/** What has changed since a verdict whose grounds were read too; empty: it needs no attention. */
export function changesSinceVerdict(graph: JudgedGraph, verdictId: string): Change[] {
  const { row, claimId, grounds } = graph
  const [verdict, then] = [row.verdicts.find(({ id }) => id === verdictId), grounds.get(verdictId)]
  if (!verdict || !then) return []
  return attentionOf(
    { claimId, claimRevision: verdict.claimRevision, grounds: then },
    { revision: row.revision, grounds: currentGrounds(graph, then) },
  )
}

/** Whether the verdict that a claim stands by needs attention, and why; null: it does not, or there is none. */
export function attentionIn(graph: ClaimGraph): Attention | null {
  const verdictId = graph.row && standingVerdict(graph.row)
  const changes = graph.row && verdictId ? changesSinceVerdict(graph, verdictId) : []
  return verdictId && changes.length > 0 ? { verdictId, changes } : null
}

/** By claim, those of these whose verdict needs attention. */
export const attentionByClaim = (graphs: Iterable<ClaimGraph>): Map<string, Attention> =>
  new Map(
    [...graphs].flatMap((graph): [string, Attention][] => {
      const attention = attentionIn(graph)
      return attention ? [[graph.claimId, attention]] : []
    }),
  )

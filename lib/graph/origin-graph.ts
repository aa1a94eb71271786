import { countedHops } from '@/lib/attributions/chain'
import type { OriginGroup } from '@/lib/independence/count-origins'
import type { AppearanceView, HopStep, IndependenceView, PooledClaim } from '@/lib/independence/view'

// The picture of a claim's independence: every appearance is a path from its claim through the text that tells it and the
// sources that the text cites to the group of its origin. A text or a source is one node, however many cite it: that is
// what shows several appearances running into one.

/** An appearance with its number among all that are counted together, from 1: the numbers on the paths and in the lists. */
export type NumberedAppearance = AppearanceView & { count: number }

export type GraphNode = { id: string; appearances: number[] } & (
  | { kind: 'claim'; claim: PooledClaim }
  | { kind: 'text'; text: AppearanceView['text']; evidence: boolean }
  /** `ends`: some chain ends with it; else it only passes on. */
  | { kind: 'source'; hop: Pick<HopStep, 'source' | 'affiliation' | 'onBehalfOf'>; ends: boolean }
  | { kind: 'origin'; group: OriginGroup; against: boolean; number: number | null }
)

export type GraphEdge = {
  id: string
  from: string
  to: string
  kind: 'tells' | 'cites' | 'begins'
  /** The numbers of the appearances that run along it. */
  appearances: number[]
  /** Some appearance along it goes round in a circle. */
  isCircle: boolean
  against: boolean
}

/** Between two nodes of one column: claims that say the same, texts that share the passage. */
export type GraphTie = { id: string; from: string; to: string; kind: 'sameAs' | 'copied' | 'shared' }

export type OriginGraph = { nodes: GraphNode[]; edges: GraphEdge[]; ties: GraphTie[] }

/** All appearances that count on a side, numbered: the claim's own first, then those of the claims linked to it. */
export function numberAppearances({ appearances, counts }: IndependenceView): NumberedAppearance[] {
  const counted = new Set([counts.asserting, counts.contradicting].flatMap(({ groups }) => groups.flatMap(idsOf)))
  return appearances
    .filter(({ id }) => counted.has(id))
    .map((appearance, index) => ({ ...appearance, count: index + 1 }))
}
const idsOf = ({ appearanceIds }: OriginGroup) => appearanceIds

/** The groups of both sides; those that count as an origin are numbered through, for and against. */
export function numberGroups({ counts: { asserting, contradicting } }: IndependenceView) {
  let number = 0
  return [
    ...asserting.groups.map((group) => ({ group, against: false })),
    ...contradicting.groups.map((group) => ({ group, against: true })),
  ].map((each) => ({ ...each, number: each.group.standing === 'origin' ? ++number : null }))
}
export type NumberedGroup = ReturnType<typeof numberGroups>[number]

const claimNode = (id: string) => `claim:${id}`
const textNode = ({ id, text }: AppearanceView) => (text ? `source:${text.sourceId}` : `text:${id}`)
const groupNode = ({ group, against }: Pick<NumberedGroup, 'group' | 'against'>) =>
  `${against ? 'against' : 'for'}:${group.key}`

/** The name of the place of a group in a page. */
export const groupAnchor = (each: Pick<NumberedGroup, 'group' | 'against'>) =>
  groupNode(each).replaceAll(/[^\p{L}\p{N}]+/gu, '-')

/** Where an appearance passes on its way: text, sources outwards. A source that cites itself stands there once. */
function passes(appearance: AppearanceView): string[] {
  const steps = [textNode(appearance), ...appearance.hops.map(({ source }) => `source:${source.id}`)]
  return steps.filter((step, at) => step !== steps[at - 1])
}

/** Claims, texts, sources and origins as nodes, appearances as paths along edges, in a stable order. */
export function originGraph(view: IndependenceView): OriginGraph {
  const appearances = numberAppearances(view)
  const groups = numberGroups(view)
  const nodes = new Map<string, GraphNode>()
  const edges = new Map<string, GraphEdge>()
  const addNode = (node: GraphNode, appearance: NumberedAppearance | null) => {
    const known = nodes.get(node.id) ?? node
    nodes.set(node.id, known)
    if (known.kind === 'source' && node.kind === 'source') known.ends ||= node.ends
    if (appearance && !known.appearances.includes(appearance.count)) known.appearances.push(appearance.count)
  }
  const addEdge = (
    kind: GraphEdge['kind'],
    from: string,
    to: string,
    appearance: NumberedAppearance,
    isCircle: boolean,
  ) => {
    const id = `${from} → ${to}`
    const against = appearance.side !== 'asserts'
    const edge = edges.get(id) ?? { id, from, to, kind, appearances: [], isCircle: false, against }
    edges.set(id, edge)
    edge.appearances.push(appearance.count)
    edge.isCircle ||= isCircle && kind === 'cites'
    edge.against &&= against
  }

  for (const claim of view.claims) addNode({ kind: 'claim', id: claimNode(claim.id), claim, appearances: [] }, null)
  for (const appearance of appearances) {
    const { text, kind, claimId, hops } = appearance
    const placed = groups.find(({ group }) => group.appearanceIds.includes(appearance.id))
    const isCircle = placed?.group.standing === 'circle'
    const path = passes(appearance)
    const counted = countedHops(hops, view.checked)
    const claim = nodes.get(claimNode(claimId))
    if (claim) addNode(claim, appearance)
    addNode(
      { kind: 'text', id: textNode(appearance), text, evidence: kind === 'evidence', appearances: [] },
      appearance,
    )
    for (const [at, hop] of hops.entries()) {
      const node = { kind: 'source' as const, id: `source:${hop.source.id}`, hop, ends: false, appearances: [] }
      addNode({ ...node, ends: at === counted.length - 1 }, appearance)
    }
    const [first] = path
    if (claim && first) addEdge('tells', claim.id, first, appearance, isCircle)
    for (const [at, step] of path.slice(1).entries()) addEdge('cites', path[at] ?? '', step, appearance, isCircle)
    if (placed) {
      const id = groupNode(placed)
      addNode({ ...placed, kind: 'origin', id, appearances: [] }, appearance)
      addEdge('begins', passes({ ...appearance, hops: [...counted] }).at(-1) ?? '', id, appearance, isCircle)
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], ties: tiesOf(view, appearances) }
}

function tiesOf(view: IndependenceView, appearances: readonly NumberedAppearance[]): GraphTie[] {
  const textOf = new Map(appearances.map((appearance) => [appearance.id, textNode(appearance)]))
  const shared = view.sharings.map(({ oneId, otherId, direction }) => ({
    kind: direction === 'oneCopied' ? ('copied' as const) : ('shared' as const),
    from: textOf.get(oneId) ?? '',
    to: textOf.get(otherId) ?? '',
  }))
  const linked = view.links.map(({ oneId, otherId }) => ({
    kind: 'sameAs' as const,
    from: claimNode(oneId),
    to: claimNode(otherId),
  }))
  const here = new Set([...textOf.values(), ...view.claims.map(({ id }) => claimNode(id))])
  const ties = [...linked, ...shared]
    .filter(({ from, to }) => from !== to && here.has(from) && here.has(to))
    .map((tie) => ({ ...tie, id: `${tie.kind} ${[tie.from, tie.to].sort().join(' ')}` }))
  return [...new Map(ties.map((tie) => [tie.id, tie])).values()]
}

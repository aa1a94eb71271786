import { countedHops } from '@/lib/attributions/chain'
import type { OriginGroup } from '@/lib/independence/count-origins'
import type { AccountView, HopStep, IndependenceView, PooledClaim } from '@/lib/independence/view'

// The picture of a claim's independence: every account is a path from its claim through the text that tells it and the
// sources that the text cites to the group of its origin. A text or a source is one node, however many cite it: that is
// what shows several accounts running into one.

/** An account with its number among all that are counted together, from 1: the numbers on the paths and in the lists. */
export type NumberedAccount = AccountView & { count: number }

export type GraphNode = { id: string; accounts: number[] } & (
  | { kind: 'claim'; claim: PooledClaim }
  | { kind: 'text'; text: AccountView['text']; evidence: boolean }
  /** `ends`: some chain ends with it; else it only passes on. */
  | { kind: 'source'; hop: Pick<HopStep, 'source' | 'affiliation' | 'onBehalfOf'>; ends: boolean }
  | { kind: 'origin'; group: OriginGroup; against: boolean; number: number | null }
)

export type GraphEdge = {
  id: string
  from: string
  to: string
  kind: 'tells' | 'cites' | 'begins'
  /** The numbers of the accounts that run along it. */
  accounts: number[]
  /** Some account along it goes round in a circle. */
  isCircle: boolean
  against: boolean
}

/** Between two nodes of one column: claims that say the same, texts that share the passage. */
export type GraphTie = { id: string; from: string; to: string; kind: 'sameAs' | 'copied' | 'shared' }

export type OriginGraph = { nodes: GraphNode[]; edges: GraphEdge[]; ties: GraphTie[] }

/** All accounts that count on a side, numbered: the claim's own first, then those of the claims linked to it. */
export function numberAccounts({ accounts, counts }: IndependenceView): NumberedAccount[] {
  const counted = new Set([counts.asserting, counts.contradicting].flatMap(({ groups }) => groups.flatMap(idsOf)))
  return accounts.filter(({ id }) => counted.has(id)).map((account, index) => ({ ...account, count: index + 1 }))
}
const idsOf = ({ accountIds }: OriginGroup) => accountIds

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
const textNode = ({ id, text }: AccountView) => (text ? `source:${text.sourceId}` : `text:${id}`)
const groupNode = ({ group, against }: Pick<NumberedGroup, 'group' | 'against'>) =>
  `${against ? 'against' : 'for'}:${group.key}`

/** The name of the place of a group in a page. */
export const groupAnchor = (each: Pick<NumberedGroup, 'group' | 'against'>) =>
  groupNode(each).replaceAll(/[^\p{L}\p{N}]+/gu, '-')

/** Where an account passes on its way: text, sources outwards. A source that cites itself stands there once. */
function passes(account: AccountView): string[] {
  const steps = [textNode(account), ...account.hops.map(({ source }) => `source:${source.id}`)]
  return steps.filter((step, at) => step !== steps[at - 1])
}

/** Claims, texts, sources and origins as nodes, accounts as paths along edges, in a stable order. */
export function originGraph(view: IndependenceView): OriginGraph {
  const accounts = numberAccounts(view)
  const groups = numberGroups(view)
  const nodes = new Map<string, GraphNode>()
  const edges = new Map<string, GraphEdge>()
  const addNode = (node: GraphNode, account: NumberedAccount | null) => {
    const known = nodes.get(node.id) ?? node
    nodes.set(node.id, known)
    if (known.kind === 'source' && node.kind === 'source') known.ends ||= node.ends
    if (account && !known.accounts.includes(account.count)) known.accounts.push(account.count)
  }
  const addEdge = (kind: GraphEdge['kind'], from: string, to: string, account: NumberedAccount, isCircle: boolean) => {
    const id = `${from} → ${to}`
    const against = account.side !== 'asserts'
    const edge = edges.get(id) ?? { id, from, to, kind, accounts: [], isCircle: false, against }
    edges.set(id, edge)
    edge.accounts.push(account.count)
    edge.isCircle ||= isCircle && kind === 'cites'
    edge.against &&= against
  }

  for (const claim of view.claims) addNode({ kind: 'claim', id: claimNode(claim.id), claim, accounts: [] }, null)
  for (const account of accounts) {
    const { text, kind, claimId, hops } = account
    const placed = groups.find(({ group }) => group.accountIds.includes(account.id))
    const isCircle = placed?.group.standing === 'circle'
    const path = passes(account)
    const counted = countedHops(hops, view.checked)
    const claim = nodes.get(claimNode(claimId))
    if (claim) addNode(claim, account)
    addNode({ kind: 'text', id: textNode(account), text, evidence: kind === 'evidence', accounts: [] }, account)
    for (const [at, hop] of hops.entries()) {
      const node = { kind: 'source' as const, id: `source:${hop.source.id}`, hop, ends: false, accounts: [] }
      addNode({ ...node, ends: at === counted.length - 1 }, account)
    }
    const [first] = path
    if (claim && first) addEdge('tells', claim.id, first, account, isCircle)
    for (const [at, step] of path.slice(1).entries()) addEdge('cites', path[at] ?? '', step, account, isCircle)
    if (placed) {
      const id = groupNode(placed)
      addNode({ ...placed, kind: 'origin', id, accounts: [] }, account)
      addEdge('begins', passes({ ...account, hops: [...counted] }).at(-1) ?? '', id, account, isCircle)
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], ties: tiesOf(view, accounts) }
}

function tiesOf(view: IndependenceView, accounts: readonly NumberedAccount[]): GraphTie[] {
  const textOf = new Map(accounts.map((account) => [account.id, textNode(account)]))
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

import { type Decision, decideGroups } from '@/lib/independence/decide-groups'
import {
  type Account,
  circleOf,
  ORIGIN_RULES,
  type OriginRule,
  resolveOrigin,
  type SourceNode,
  textKey,
} from '@/lib/independence/origins'
import { type Placed, STANDINGS, type Standing, standingOf } from '@/lib/independence/placed'
import { type Sharing, sharedGroups } from '@/lib/independence/sharings'
import { unionFind } from '@/lib/independence/union-find'
import { voiceGroups } from '@/lib/independence/voices'
import { groupBy } from '@/lib/text/group-by'

// How many independent origins a claim has: pure, accounts in, groups with their rules and counts out.
//
// Confirmation is by independent origins, not by the number of reports (Admiralty code, NATO STANAG 2511: "confirmed by
// other independent sources"). A text that repeats another adds nothing to what it repeats (Dong, Berti-Équille,
// Srivastava, "Integrating conflicting data: the role of source dependence", VLDB 2009). So an account counts where
// its information enters the world, at the end of its chain, and relays count nothing:
//   1. the last hop's source, or whom it speaks for; a document stands for its issuer, an article for its outlet;
//      the empty chain is the text's own voice: its outlet, else the text itself;
//   2. who cites a text that is itself among the accounts takes what that text takes: its origin is that text's;
//   3. unnamed voices of one role at one institution are one on one day, or where the desk keeps them as one source. On
//      another day, or none, it may be somebody else: one of them is an origin for certain, the others are undetermined.
//      An undetermined voice equals nothing, counts 0, and is put to a person;
//   4. a copy has the origin of what it copies; where it is not known who copied, the texts have one common origin; what
//      takes from two groups (a round-up) joins neither and adds none;
//   5. a circle (A cites B cites A) has no origin;
//   6. what a person decides stands above all rules, but for sources that were merged since: they are one.
// Where these cannot tell two origins apart, they count one: too low a count asks for a look, too high a one misleads.

/** Accounts that have one origin, with the rules and the decisions that put them together. */
export type OriginGroup = {
  key: string
  standing: Standing
  origin: Pick<SourceNode, 'id' | 'kind' | 'name' | 'role'> | null
  accountIds: string[]
  rules: OriginRule[]
  decisionIds: string[]
}

export type SideCount = {
  accounts: number
  origins: number
  undetermined: number
  /** Groups that go round in a circle, and accounts that take from several groups: they add no origin. */
  circles: number
  roundUps: number
  groups: OriginGroup[]
}
/** `dropped`: decisions without effect since the sources that they told apart were merged. */
export type OriginCounts = { asserting: SideCount; contradicting: SideCount; dropped: string[] }

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** From whom an account takes what it tells: the copied ones, else the accounts of the text that it cites. */
type Taken = { rule: 'copied' | 'cited'; ids: string[] }

function takenFrom(accounts: readonly Account[], copies: readonly Sharing[]): Map<string, Taken> {
  const ids = new Set(accounts.map(({ id }) => id))
  const byTextKey = groupBy(accounts, ({ text }) => textKey(text))
  const taken = new Map<string, Taken>()
  for (const account of accounts) {
    const originals = copies.flatMap((each) =>
      each.kind === 'copiedFrom' && each.copyId === account.id && ids.has(each.originalId) ? [each.originalId] : [],
    )
    const { key } = resolveOrigin(account)
    const cites = account.hops.length > 0 && key !== null && key !== textKey(account.text) && !circleOf(account)
    const cited = cites ? (byTextKey.get(key) ?? []).map(({ id }) => id) : []
    if (originals.length > 0) taken.set(account.id, { rule: 'copied', ids: originals })
    else if (cited.length > 0) taken.set(account.id, { rule: 'cited', ids: cited })
  }
  return taken
}

/** The circles that accounts go round, by their own chains or by taking from each other: a key for each account. */
function circleKeys(accounts: readonly Account[], taken: ReadonlyMap<string, Taken>): (id: string) => string {
  const together = unionFind()
  for (const account of accounts) {
    for (const key of circleOf(account) ?? []) together.union(`circle:${account.id}`, `key:${key}`)
    for (const id of taken.get(account.id)?.ids ?? []) together.union(`circle:${account.id}`, `circle:${id}`)
  }
  return (id) => together.find(`circle:${id}`)
}

function countSide(all: readonly Account[], sharings: readonly Sharing[], decisions: readonly Decision[]) {
  const accounts = [...all].sort((a, b) => byText(a.id, b.id))
  const byId = new Map(accounts.map((account) => [account.id, { account, resolution: resolveOrigin(account) }]))
  const taken = takenFrom(accounts, sharings)

  const begins = (id: string) => {
    const found = byId.get(id)
    return found !== undefined && !taken.has(id) && !circleOf(found.account)
  }
  /** The accounts at which what an account takes begins; circles lead nowhere. */
  const beginnings = (id: string, seen = new Set<string>()): string[] => {
    if (begins(id)) return [id]
    if (seen.has(id)) return []
    seen.add(id)
    return (taken.get(id)?.ids ?? []).flatMap((each) => beginnings(each, seen))
  }
  const voices = voiceGroups(
    [...byId].flatMap(([id, { resolution }]) => (begins(id) ? [{ id, voice: resolution.voice }] : [])),
  )
  const groupOf = (id: string) => byId.get(id)?.resolution.key ?? voices.get(id)?.group ?? `undetermined:${id}`
  const isOrigin = (id: string) => (byId.get(id)?.resolution.key ?? null) !== null || voices.get(id)?.stands === true
  const circleKey = circleKeys(accounts, taken)

  const placed = [...byId].map(([id, { account, resolution }]): Placed => {
    const from = beginnings(id)
    const [first] = from
    if (first === undefined) return { account, resolution, group: circleKey(id), standing: 'circle', rule: 'circle' }
    const groups = new Set(from.map(groupOf))
    if (groups.size > 1) return { account, resolution, group: `roundUp:${id}`, standing: 'roundUp', rule: 'roundUp' }
    const own = voices.get(id)?.stands === false ? 'otherDay' : resolution.rule
    const standing = isOrigin(first) ? 'origin' : 'undetermined'
    return { account, resolution, group: groupOf(first), standing, rule: taken.get(id)?.rule ?? own }
  })
  return decideGroups(sharedGroups(placed, sharings), decisions)
}

function sideOf({ placed, effects }: ReturnType<typeof decideGroups>): SideCount {
  const groups = [...groupBy(placed, ({ group }) => group)].map(([key, members]): OriginGroup => {
    // The origin itself, where one of its accounts names it directly; else what the first account resolves to.
    const named = members.find(({ resolution }) => resolution.key === key) ?? members[0]
    const { id, kind, name, role } = named?.resolution.origin ?? {}
    return {
      key,
      standing: standingOf(members),
      origin: id && kind && name !== undefined ? { id, kind, name, role: role ?? null } : null,
      accountIds: members.map(({ account }) => account.id),
      rules: ORIGIN_RULES.filter((rule) => members.some((member) => member.rule === rule)),
      decisionIds: effects.filter(({ group }) => group === key).map(({ decisionId }) => decisionId),
    }
  })
  groups.sort(
    (a, b) =>
      STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
      b.accountIds.length - a.accountIds.length ||
      byText(a.accountIds[0] ?? '', b.accountIds[0] ?? ''),
  )
  const count = (standing: Standing) => groups.filter((group) => group.standing === standing).length
  return {
    accounts: placed.length,
    origins: count('origin'),
    undetermined: count('undetermined'),
    circles: count('circle'),
    roundUps: count('roundUp'),
    groups,
  }
}

/**
 * Accounts, origins and undetermined ones for a claim and against it, with the groups. The order of accounts, sharings
 * and decisions does not matter: decisions apply in the order of their times.
 */
export function countOrigins(
  accounts: readonly Account[],
  { sharings = [], decisions = [] }: { sharings?: readonly Sharing[]; decisions?: readonly Decision[] } = {},
): OriginCounts {
  const side = (wanted: Account['side']) =>
    countSide(
      accounts.filter((account) => account.side === wanted),
      sharings,
      decisions,
    )
  const [asserting, contradicting] = [side('asserts'), side('contradicts')]
  const dropped = [...new Set([...asserting.dropped, ...contradicting.dropped])].sort(byText)
  return { asserting: sideOf(asserting), contradicting: sideOf(contradicting), dropped }
}

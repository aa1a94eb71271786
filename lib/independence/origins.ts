import { nameKey } from '@/lib/sources/name-key'
import { SourceKind } from '@/prisma/generated/enums'

// How many independent origins a claim has: pure, accounts in, groups with their rules and counts out.
//
// Confirmation is by independent origins, not by the number of reports (Admiralty code, NATO STANAG 2511: "confirmed by
// other independent sources"). A text that repeats another adds nothing to what it repeats (Dong, Berti-Équille,
// Srivastava, "Integrating conflicting data: the role of source dependence", VLDB 2009). So an account counts where
// its information enters the world, at the end of its chain, and relays count nothing:
//   1. the last hop's source, or whom it speaks for; a document stands for its issuer, an article for its outlet;
//   2. the empty chain is the text's own voice: its outlet, else the text itself;
//   3. an unnamed voice counts where role and institution are known, and the same role there is the same voice;
//      with less than that it is undetermined: it equals nothing, counts 0, and is put to a person;
//   4. a passage that repeats the claim's own words has no origin of its own: it takes that of the text it repeats.
// Wherever these cannot tell two origins apart, they count one: the count is never too high.

/** A source as far as origins need it. */
export type SourceNode = {
  id: string
  kind: SourceKind
  name: string
  role: string | null
  /** Issuer of a document, institution of a voice. */
  parent: SourceNode | null
  /** The outlet of the article that this source is. */
  outlet: SourceNode | null
}

export type AccountHop = { source: SourceNode; affiliation: SourceNode | null; onBehalfOf: SourceNode | null }

/** One text's telling of a claim. `text` is the source that speaks where the chain is empty; null: it is not known. */
export type Account = {
  id: string
  side: 'asserts' | 'contradicts' | 'neither'
  /** From the text outwards. */
  hops: readonly AccountHop[]
  text: SourceNode | null
  /** It repeats another text word for word, and `hops` and `text` are those of that text. */
  copied?: boolean
}

/** Why an account stands in its group, in the order in which a screen lists them. */
export const ORIGIN_RULES = [
  'lastHop',
  'onBehalfOf',
  'issuer',
  'outlet',
  'ownVoice',
  'copied',
  'sameVoice',
  'unnamed',
  'noSource',
] as const
export type OriginRule = (typeof ORIGIN_RULES)[number]

/** Equal keys are one origin; without a key it is undetermined. */
export type Resolution = { key: string | null; origin: SourceNode | null; rule: OriginRule }

const MAX_ISSUERS = 8

// Issuers of issuers are followed a few steps: a circle of documents that issue each other must end.
function issuerOf(source: SourceNode): { origin: SourceNode; rule: 'issuer' | 'outlet' | null } {
  let origin = source
  let rule: 'issuer' | 'outlet' | null = null
  for (let step = 0; step < MAX_ISSUERS && origin.kind === SourceKind.DOCUMENT; step++) {
    const next = origin.outlet ?? origin.parent
    if (!next) break
    rule = origin.outlet ? 'outlet' : 'issuer'
    origin = next
  }
  return { origin, rule }
}

function resolveVoice(origin: SourceNode, institution: SourceNode | null): Resolution {
  if (!origin.role || !institution) return { key: null, origin, rule: 'unnamed' }
  return { key: `voice:${institution.id}:${nameKey(origin.role)}`, origin, rule: 'sameVoice' }
}

/** Where an account's information enters the world, and the rule that says so. */
export function resolveOrigin({ hops, text }: Pick<Account, 'hops' | 'text'>): Resolution {
  const last = hops.at(-1)
  const speaker = last?.source ?? text
  if (!speaker) return { key: null, origin: null, rule: 'noSource' }
  const { origin, rule } = issuerOf(last?.onBehalfOf ?? speaker)
  if (origin.kind === SourceKind.UNNAMED_IN_TEXT)
    return resolveVoice(origin, origin.parent ?? (last?.onBehalfOf ? null : (last?.affiliation ?? null)))
  const plain = last ? (last.onBehalfOf ? 'onBehalfOf' : 'lastHop') : 'ownVoice'
  return { key: `source:${origin.id}`, origin, rule: rule ?? plain }
}

/** Accounts that have one origin; `origin` null or `determined` false: it counts 0 and is put to a person. */
export type OriginGroup = {
  origin: Pick<SourceNode, 'id' | 'kind' | 'name' | 'role'> | null
  determined: boolean
  accountIds: string[]
  rules: OriginRule[]
}

export type SideCount = { accounts: number; origins: number; undetermined: number; groups: OriginGroup[] }
export type OriginCounts = { asserting: SideCount; contradicting: SideCount }

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function countSide(accounts: readonly Account[]): SideCount {
  const grouped = new Map<string, { account: Account; resolution: Resolution }[]>()
  for (const account of [...accounts].sort((a, b) => byText(a.id, b.id))) {
    const resolved = resolveOrigin(account)
    const resolution: Resolution = account.copied ? { ...resolved, rule: 'copied' } : resolved
    const key = resolution.key ?? `undetermined:${account.id}`
    grouped.set(key, [...(grouped.get(key) ?? []), { account, resolution }])
  }
  const groups = [...grouped.values()].map((members): OriginGroup => {
    const resolution = members[0]?.resolution
    const { id, kind, name, role } = resolution?.origin ?? {}
    return {
      origin: id && kind && name !== undefined ? { id, kind, name, role: role ?? null } : null,
      determined: resolution?.key != null,
      accountIds: members.map(({ account }) => account.id),
      rules: ORIGIN_RULES.filter((rule) => members.some((member) => member.resolution.rule === rule)),
    }
  })
  groups.sort(
    (a, b) =>
      Number(b.determined) - Number(a.determined) ||
      b.accountIds.length - a.accountIds.length ||
      byText(a.accountIds[0] ?? '', b.accountIds[0] ?? ''),
  )
  const origins = groups.filter((group) => group.determined).length
  return { accounts: accounts.length, origins, undetermined: groups.length - origins, groups }
}

/** Accounts, origins and undetermined ones for a claim and against it, with the groups. The order does not matter. */
export const countOrigins = (accounts: readonly Account[]): OriginCounts => ({
  asserting: countSide(accounts.filter(({ side }) => side === 'asserts')),
  contradicting: countSide(accounts.filter(({ side }) => side === 'contradicts')),
})

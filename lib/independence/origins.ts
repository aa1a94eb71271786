import { nameKey } from '@/lib/sources/name-key'
import { SourceKind } from '@/prisma/generated/enums'

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
  /** When another source was last merged into it (ISO 8601); null: never. */
  mergedAt: string | null
}

export type AccountHop = {
  source: SourceNode
  affiliation: SourceNode | null
  onBehalfOf: SourceNode | null
  /** The day on which it was said, `YYYY-MM-DD`, where it is known to the day. */
  day: string | null
}

/** One text's telling of a claim. `text` is the source that speaks where the chain is empty; null: it is not known. */
export type Account = {
  id: string
  side: 'asserts' | 'contradicts' | 'neither'
  /** From the text outwards. */
  hops: readonly AccountHop[]
  text: SourceNode | null
}

/** Why an account stands in its group, in the order in which a screen lists them. */
export const ORIGIN_RULES = [
  'lastHop',
  'onBehalfOf',
  'issuer',
  'outlet',
  'ownVoice',
  'cited',
  'copied',
  'sharedPassage',
  'sameVoice',
  'otherDay',
  'unnamed',
  'noSource',
  'roundUp',
  'circle',
  'decided',
] as const
export type OriginRule = (typeof ORIGIN_RULES)[number]

/** A voice that the text does not name, as far as it can be told from others. */
export type Voice = { key: string; sourceId: string; day: string | null }

/** Equal keys are one origin; without a key it is a voice, or undetermined. */
export type Resolution = { key: string | null; voice: Voice | null; origin: SourceNode | null; rule: OriginRule }

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

function voiceOf(origin: SourceNode, institution: SourceNode | null, day: string | null): Resolution {
  if (!origin.role || !institution) return { key: null, voice: null, origin, rule: 'unnamed' }
  const key = `voice:${institution.id}:${nameKey(origin.role)}`
  return { key: null, voice: { key, sourceId: origin.id, day }, origin, rule: 'sameVoice' }
}

/** Whom a text stands for when it speaks by itself: its outlet, its issuer, else itself; null when it is not known. */
export const textKey = (text: SourceNode | null): string | null => (text ? `source:${issuerOf(text).origin.id}` : null)

function resolveHop(hop: AccountHop): Resolution {
  const { origin, rule } = issuerOf(hop.onBehalfOf ?? hop.source)
  if (origin.kind === SourceKind.UNNAMED_IN_TEXT)
    return voiceOf(origin, origin.parent ?? (hop.onBehalfOf ? null : hop.affiliation), hop.day)
  const plain = hop.onBehalfOf ? 'onBehalfOf' : 'lastHop'
  return { key: `source:${origin.id}`, voice: null, origin, rule: rule ?? plain }
}

/** Where an account's information enters the world, by its own chain alone, and the rule that says so. */
export function resolveOrigin({ hops, text }: Pick<Account, 'hops' | 'text'>): Resolution {
  const last = hops.at(-1)
  if (last) return resolveHop(last)
  if (!text) return { key: null, voice: null, origin: null, rule: 'noSource' }
  const { origin, rule } = issuerOf(text)
  if (origin.kind === SourceKind.UNNAMED_IN_TEXT) return voiceOf(origin, origin.parent, null)
  return { key: `source:${origin.id}`, voice: null, origin, rule: rule ?? 'ownVoice' }
}

/**
 * The keys that a chain goes round when it ends where it has been before (A cites B, who cites A), else null. A source
 * that cites itself is one voice.
 */
export function circleOf({ hops, text }: Pick<Account, 'hops' | 'text'>): string[] | null {
  const keys = [textKey(text), ...hops.map((hop) => resolveHop(hop).key ?? `hop:${hop.source.id}`)]
  const path = keys.filter((key, at) => key !== null && key !== keys[at - 1]).map(String)
  const round = path.slice(path.indexOf(path.at(-1) ?? ''))
  return round.length > 1 ? round : null
}

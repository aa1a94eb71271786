import { SourceKind } from '@/prisma/generated/enums'

/** The days between which something was said or published, `YYYY-MM-DD`. */
export type DaySpan = { earliest: string; latest: string }

/** What an organisation is part of, from the first day on which it may have been to the last; null: not known. */
export type PartOf = { whole: SourceNode; notBefore: string | null; notAfter: string | null }

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
  /** An article of the project, whether its outlet is known or not. */
  isArticle: boolean
  /** A government or a state: all its ministries and armies are no one voice, so nothing is folded into it. */
  isGovernment: boolean
  partOf: readonly PartOf[]
  /** When another source was last merged into it (ISO 8601); null: never. */
  mergedAt: string | null
}

export type StandsFor = { origin: SourceNode; rule: 'issuer' | 'outlet' | 'partOf' | null }

const MAX_ISSUERS = 8

// Issuers of issuers are followed a few steps: a circle of documents that issue each other must end.
export function issuerOf(source: SourceNode): StandsFor {
  let origin = source
  let rule: StandsFor['rule'] = null
  for (let step = 0; step < MAX_ISSUERS && origin.kind === SourceKind.DOCUMENT; step++) {
    const next = origin.outlet ?? origin.parent
    if (!next) break
    rule = origin.outlet ? 'outlet' : 'issuer'
    origin = next
  }
  return { origin, rule }
}

// Where neither day is known they may have met: two that cannot be told apart count as one.
const isThen = ({ notBefore, notAfter }: PartOf, days: DaySpan | null) =>
  !days || !((notBefore && days.latest < notBefore) || (notAfter && days.earliest > notAfter))

const isFolded = ({ kind, isGovernment }: SourceNode) => kind === SourceKind.ORGANISATION && !isGovernment

/** The largest organisation that this one was part of in those days, below governments; itself where it was part of none. */
function wholeOf(source: SourceNode, days: DaySpan | null): SourceNode {
  const way = [source]
  for (let at = source; isFolded(at); ) {
    const next = at.partOf.find(({ whole, ...period }) => isFolded(whole) && isThen({ whole, ...period }, days))?.whole
    if (!next) break
    const met = way.findIndex(({ id }) => id === next.id)
    // A circle has no top: all that is in it, and below it, stands for one of its members.
    if (met >= 0) return [...way.slice(met)].sort((a, b) => (a.id < b.id ? -1 : 1))[0] ?? source
    way.push(next)
    at = next
  }
  return way.at(-1) ?? source
}

/** Whom a source spoke for in those days: a document its issuer or outlet, a part the whole that it belonged to. */
export function standsFor(source: SourceNode, days: DaySpan | null): StandsFor {
  const issued = issuerOf(source)
  const whole = wholeOf(issued.origin, days)
  return whole.id === issued.origin.id ? issued : { origin: whole, rule: 'partOf' }
}

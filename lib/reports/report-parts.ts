import { chainSide } from '@/lib/attributions/chain'
import type { ChainView, HopView } from '@/lib/attributions/queries'
import type { EvidenceView } from '@/lib/evidence/queries'
import type { FigureReference, FigureView } from '@/lib/figures/queries'
import type { FigureOrigins } from '@/lib/independence/figure-origins'
import type { ReplyView } from '@/lib/replies/queries'
import { changedThing } from '@/lib/reports/changed-thing'
import type {
  ReportChain,
  ReportEvidence,
  ReportFigure,
  ReportHop,
  ReportReply,
  ReportSource,
  ReportVerdict,
  ReportWarning,
} from '@/lib/reports/report-claim'
import { originPart } from '@/lib/reports/report-origins'
import type { QuotedRange } from '@/lib/text/code-points'
import type { Attention } from '@/lib/verdicts/claim-graph'
import type { VerdictView } from '@/lib/verdicts/queries/verdicts'
import type { WarningView } from '@/lib/warnings/queries'
import { SourceKind } from '@/prisma/generated/enums'

// What the queries of the domains give, as the parts of a report: dates as ISO texts, confidential sources under their pseudonyms.

type SomeSource = {
  id: string
  kind: SourceKind
  name: string
  role: string | null
  parent?: { kind: SourceKind; name: string } | null
}

/** Where the versions stand that passages refer to, by id. */
export type Versions = ReadonlyMap<string, { number: number; sha256: string }>
type WordsInVersion = QuotedRange & { versionId: string; paragraph: number }

const isoOrNull = (moment: Date | null) => moment?.toISOString() ?? null
const isConfidential = ({ kind }: { kind: SourceKind }) => kind === SourceKind.CONFIDENTIAL

/** A source as a report names it: of a confidential one the pseudonym and the role, nothing that leads further. */
export function sourcePart(source: SomeSource): ReportSource {
  const { id, kind, name, role, parent } = source
  if (isConfidential(source)) return { id: null, kind, name, role, parent: null }
  return { id, kind, name, role, parent: parent && !isConfidential(parent) ? parent.name : null }
}

export function placePart(words: WordsInVersion, versions: Versions) {
  const version = versions.get(words.versionId)
  const { start, end, exact, paragraph } = words
  return { version: version?.number ?? 0, versionSha256: version?.sha256 ?? '', paragraph, start, end, exact }
}

function hopPart(hop: HopView, versions: Versions): ReportHop {
  const { speechAct, certainty, form, basis, reading, said, sourceWords, cueWords } = hop
  // Whose voice it is could be told from where it belongs.
  const hidden = isConfidential(hop.source)
  return {
    source: sourcePart(hop.source),
    affiliation: hop.affiliation && !hidden ? sourcePart(hop.affiliation) : null,
    onBehalfOf: hop.onBehalfOf && !hidden ? sourcePart(hop.onBehalfOf) : null,
    ...{ speechAct, certainty, form, basis, reading, said },
    sourceWords: sourceWords && placePart(sourceWords, versions),
    cueWords: cueWords && placePart(cueWords, versions),
  }
}

export const chainPart = (chain: ChainView, versions: Versions): ReportChain => ({
  ...{ id: chain.id, side: chainSide(chain.hops), knows: chain.knows, knowsReason: chain.knowsReason },
  knowsWords: chain.knowsWords && placePart(chain.knowsWords, versions),
  hops: chain.hops.map((hop) => hopPart(hop, versions)),
})

const linkedPart = ({ id, claimId, wording, verbatim }: FigureReference) => ({ id, claimId, wording, verbatim })

export function figurePart(view: FigureView, stated: FigureOrigins | undefined): ReportFigure {
  const { claimId: _, version: __, givenRank: ___, statedBy: ____, event, ...figure } = view
  return {
    ...figure,
    stated: {
      how: stated?.how ?? 'none',
      chainIds: stated?.chainIds ?? [],
      origins: (stated?.origins ?? []).map(({ standing, origin }) => ({ standing, origin: originPart(origin) })),
    },
    group: figure.group && sourcePart(figure.group),
    event: event?.title ?? null,
    relatedTo: figure.relatedTo && linkedPart(figure.relatedTo),
    supersedes: figure.supersedes && linkedPart(figure.supersedes),
    supersededBy: figure.supersededBy.map(linkedPart),
  }
}

export function warningPart({ claimId: _, version: __, refersToWarning, ...warning }: WarningView): ReportWarning {
  const { issuer, onBehalfOf, event } = warning
  const claim = refersToWarning?.isGone ? null : refersToWarning?.claim
  return {
    ...warning,
    issuer: issuer && sourcePart(issuer),
    onBehalfOf: onBehalfOf && sourcePart(onBehalfOf),
    event: event?.title ?? null,
    refersToClaim: claim
      ? {
          id: claim.id,
          number: claim.number,
          wording: claim.wording,
          articleId: claim.article.id,
          articleTitle: claim.article.title,
        }
      : null,
  }
}

export const replyPart = ({ id, source, outcome, askedOn, note, answeredOn, answer }: ReplyView): ReportReply => ({
  ...{ id, source: sourcePart(source), outcome, askedOn, note, answeredOn, answer },
})

export function evidencePart(item: EvidenceView, index: number, versions: Versions): ReportEvidence {
  const { id, stance, source, url, passage, quote, locator, note, directness, credibility, attribution } = item
  return {
    ...{ id, number: index + 1, stance, source: source && sourcePart(source), url },
    passage: passage && {
      articleId: passage.articleId,
      articleTitle: passage.articleTitle,
      ...placePart(passage, versions),
    },
    ...{ quote, locator, note, directness, credibility },
    capturedAt: isoOrNull(item.capturedAt),
    capturedSha256: item.capturedSha256,
    attribution: attribution && chainPart(attribution, versions),
    addedBy: item.createdBy.name,
    addedAt: item.createdAt.toISOString(),
    withdrawnAt: isoOrNull(item.withdrawnAt),
  }
}

/** `confidential`: the ids of sources that leave without one. */
export function verdictPart(
  verdict: VerdictView,
  attention: Attention | undefined,
  confidential: ReadonlySet<string>,
): ReportVerdict {
  const { id, rating, rationale, method, asOf, author, claimRevision, isPresent, isApproved, evidence } = verdict
  const { key, labelFr, labelEn, value, colour } = rating
  return {
    ...{ id, rating: { key, labelFr, labelEn, value, colour }, rationale, method, asOf },
    author: author.name,
    recordedAt: verdict.createdAt.toISOString(),
    ...{ claimRevision, isPresent, isApproved },
    reliesOn: evidence.map((item) => item.id),
    needsAttention: (attention?.verdictId === id ? attention.changes : []).map((change) => ({
      ...{ kind: change.kind, what: change.what, id: confidential.has(change.id) ? null : change.id },
      name: changedThing(change),
      fields: change.fields.map(({ field }) => field),
    })),
  }
}

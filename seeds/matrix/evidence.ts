import { decideCopy, takeBackCopyDecision } from '@/lib/copies/commands/decide-copy'
import { countTextsSharing, findSharedSentencesOfClaim } from '@/lib/copies/queries/find-shared-sentences-of-claim'
import { listSharedSentences } from '@/lib/copies/queries/list-shared-sentences'
import { attributeEvidence, restoreEvidence, saveEvidence } from '@/lib/evidence/commands/save-evidence'
import { withdrawEvidence } from '@/lib/evidence/commands/withdraw-evidence'
import { listEvidence, listEvidenceOfArticle } from '@/lib/evidence/queries'
import { listItemProposals } from '@/lib/evidence/queries/item-proposals'
import { newId } from '@/lib/ids'
import { decideOrigin, takeBackDecision } from '@/lib/independence/commands/decide-origin'
import { linkClaims, unlinkClaims } from '@/lib/independence/commands/link-claims'
import { listFigureDoubts } from '@/lib/independence/queries/figure-doubts'
import { findChainsOfClaim, listFigureOrigins } from '@/lib/independence/queries/figure-origins'
import { getIndependence } from '@/lib/independence/queries/independence'
import { countOriginsOfArticle, countOriginsOfClaim } from '@/lib/independence/queries/origin-counts'
import { previewMerge } from '@/lib/independence/queries/preview-merge'
import { previewPart, previewPartRemoval } from '@/lib/independence/queries/preview-part'
import { listRivals } from '@/lib/independence/queries/rivals'
import { searchClaimsToLink } from '@/lib/independence/queries/search-claims'
import { suggestLinks } from '@/lib/independence/queries/suggest-links'
import { listWarningLines } from '@/lib/independence/queries/warning-lines'
import { recordVerdict } from '@/lib/verdicts/commands'
import { findAttention, listAttention, listAttentionOfArticle } from '@/lib/verdicts/queries/attention'
import { getClaimGraph, listGraphsOfArticle } from '@/lib/verdicts/queries/claim-graph'
import { getGroundsKey } from '@/lib/verdicts/queries/grounds'
import {
  latestVerdictsOfArticle,
  listVerdicts,
  listVerdictsOfArticle,
  projectToday,
} from '@/lib/verdicts/queries/verdicts'
import { once } from '@/seeds/builders'
import type { Entries } from '@/seeds/matrix/entries'
import { MARKER, type Things } from '@/seeds/matrix/things'

const item = { stance: 'SUPPORTS', url: 'https://example.org/x' } as const
const on = ({ claims }: Things, id: string) => ({ ...once(), id, claimId: claims.checking.id, version: 1 })

export const EVIDENCE: Entries = {
  commands: {
    saveEvidence: [
      {
        may: 'evidence:save',
        claim: 'checking',
        call: (ctx, things) => saveEvidence(ctx, { ...on(things, things.parts.evidence), ...item }),
      },
      {
        may: 'evidence:save',
        claim: 'checking',
        call: (ctx, things) => saveEvidence(ctx, { ...on(things, newId()), version: null, ...item }),
      },
    ],
    attributeEvidence: {
      may: 'evidence:attribute',
      claim: 'checking',
      call: (ctx, { parts }) =>
        attributeEvidence(ctx, {
          ...{ ...once(), id: parts.evidence, version: 1 },
          attribution: { id: newId(), version: null, hops: [], knows: 'NOT_SAID' },
        }),
    },
    restoreEvidence: {
      may: 'evidence:restore',
      claim: 'checking',
      call: (ctx, { parts }) => restoreEvidence(ctx, { ...once(), id: parts.withdrawn, version: 2 }),
    },
    withdrawEvidence: {
      may: 'evidence:withdraw',
      claim: 'checking',
      call: (ctx, { parts }) => withdrawEvidence(ctx, { ...once(), id: parts.evidence, version: 1 }),
    },
  },
  queries: {
    listEvidence: { call: (ctx, { claims }) => listEvidence(ctx, claims.checking.id) },
    listEvidenceOfArticle: { call: (ctx, { article }) => listEvidenceOfArticle(ctx, article.id) },
    listItemProposals: {
      call: async (ctx, { claims }) => listItemProposals(ctx, await listEvidence(ctx, claims.checking.id)),
    },
  },
  exempt: {
    readMissingItems: 'done by the start alone, for every project; it answers how many',
  },
}

export const INDEPENDENCE: Entries = {
  commands: {
    decideOrigin: {
      may: 'origins:decide',
      claim: 'checking',
      call: (ctx, { claims, parts }) =>
        decideOrigin(ctx, {
          ...{ ...once(), id: newId(), claimId: claims.checking.id, kind: 'DIFFERENT', appearanceId: parts.evidence },
          reason: 'x',
        }),
    },
    takeBackDecision: {
      may: 'origins:takeBack',
      claim: 'checking',
      call: (ctx, { parts }) => takeBackDecision(ctx, { ...once(), id: parts.decision }),
    },
    linkClaims: {
      may: 'claim:link',
      claim: 'checking',
      call: (ctx, { claims }) =>
        linkClaims(ctx, {
          ...once(),
          id: newId(),
          oneId: claims.checking.id,
          otherId: claims.free.id,
          confirmed: true,
        }),
    },
    unlinkClaims: {
      may: 'claim:unlink',
      claim: 'checking',
      call: (ctx, { link }) => unlinkClaims(ctx, { ...once(), id: link }),
    },
  },
  queries: {
    listFigureDoubts: {
      call: (ctx, { claims }) => listFigureDoubts(ctx, claims.checking.id, [claims.open.id]),
      bare: true,
    },
    getIndependence: { call: (ctx, { claims }) => getIndependence(ctx, claims.checking.id) },
    countOriginsOfClaim: { call: (ctx, { claims }) => countOriginsOfClaim(ctx, claims.checking.id), bare: true },
    countOriginsOfArticle: { call: (ctx, { article }) => countOriginsOfArticle(ctx, article.id) },
    findChainsOfClaim: { call: (ctx, { claims }) => findChainsOfClaim(ctx, claims.checking.id) },
    listFigureOrigins: {
      call: (ctx, { claims, parts }) =>
        listFigureOrigins(ctx, [{ id: parts.figure, claimId: claims.checking.id, verbatim: 'dix', statedBy: [] }]),
    },
    listRivals: { call: (ctx, { claims }) => listRivals(ctx, claims.checking.id) },
    listWarningLines: { call: (ctx, { parts }) => listWarningLines(ctx, parts.event) },
    previewMerge: { call: (ctx, { sources }) => previewMerge(ctx, sources.person, sources.twin), bare: true },
    suggestLinks: { call: (ctx, { claims }) => suggestLinks(ctx, claims.checking.id), bare: true },
    previewPart: {
      call: (ctx, { sources }) => previewPart(ctx, { id: newId(), sourceId: sources.twin, wholeId: sources.double }),
      bare: true,
    },
    previewPartRemoval: { call: (ctx, { sources }) => previewPartRemoval(ctx, sources.part), bare: true },
    searchClaimsToLink: { call: (ctx, { claims }) => searchClaimsToLink(ctx, claims.checking.id, MARKER) },
  },
}

export const COPIES: Entries = {
  commands: {
    decideCopy: {
      may: 'passage:decide',
      call: (ctx, { passages }) =>
        decideCopy(ctx, { ...once(), id: newId(), kind: 'COPIED_FROM', ...passages.places, reason: 'x' }),
    },
    takeBackCopyDecision: {
      may: 'passage:takeBack',
      call: (ctx, { passages }) => takeBackCopyDecision(ctx, { ...once(), id: passages.passage }),
    },
  },
  queries: {
    findSharedSentencesOfClaim: {
      call: (ctx, { claims }) => findSharedSentencesOfClaim(ctx, claims.checking.id),
      bare: true,
    },
    countTextsSharing: { call: (ctx, { claims }) => countTextsSharing(ctx, claims.checking.id), bare: true },
    listSharedSentences: { call: (ctx, { article }) => listSharedSentences(ctx, { article: article.id, show: 'all' }) },
  },
  exempt: {
    readMissingTexts: 'done by the worker alone, for every project; it answers how many',
    countUnreadTexts: 'a number, asked by the start and the worker alone',
    loadSides: 'a step of listSharedSentences and findSharedSentencesOfClaim, after these have authorised',
    findPlaces: 'a step of listSharedSentences and findSharedSentencesOfClaim, after these have authorised',
    filterShown: 'a step of listSharedSentences, after it has authorised',
    describeSentences: 'a step of listSharedSentences and findSharedSentencesOfClaim, after these have authorised',
    wordsOfSentences: 'a step of findPlaces, within the project that is handed to it',
    findMatches: 'a step of findPlaces, within the project that is handed to it',
    findCandidates: 'a step of findPlaces, within the project that is handed to it',
  },
}

export const VERDICTS: Entries = {
  commands: {
    recordVerdict: {
      may: 'verdict:record',
      claim: 'checking',
      call: (ctx, { claims: { checking }, rating }) =>
        recordVerdict(ctx, {
          ...{ ...once(), id: newId(), claimId: checking.id, claimRevision: checking.revision, ratingId: rating },
          ...{ rationale: 'x', asOf: '2021-08-26' },
        }),
    },
  },
  queries: {
    listVerdicts: { call: (ctx, { claims }) => listVerdicts(ctx, claims.checking.id) },
    listVerdictsOfArticle: { call: (ctx, { article }) => listVerdictsOfArticle(ctx, article.id) },
    latestVerdictsOfArticle: { call: (ctx, { article }) => latestVerdictsOfArticle(ctx, article.id) },
    projectToday: { call: projectToday, bare: true },
    getGroundsKey: { call: (ctx, { claims }) => getGroundsKey(ctx, claims.checking.id), bare: true },
    findAttention: { call: (ctx, { claims }) => findAttention(ctx, claims.approved.id), bare: true },
    listAttentionOfArticle: { call: (ctx, { article }) => listAttentionOfArticle(ctx, article.id), bare: true },
    listAttention: { call: (ctx) => listAttention(ctx), bare: true },
    getClaimGraph: { call: (ctx, { claims }) => getClaimGraph(ctx, claims.checking.id), bare: true },
    listGraphsOfArticle: { call: (ctx, { article }) => listGraphsOfArticle(ctx, article.id), bare: true },
  },
}

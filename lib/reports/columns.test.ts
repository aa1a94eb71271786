import { expect, test } from 'vitest'
import { getDb } from '@/lib/db'
import { getVerdictReport } from '@/lib/reports/queries'
import { verdictReport } from '@/lib/reports/report'
import { Prisma } from '@/prisma/generated/client'
import { aFullClaim } from '@/seeds/full-claim'
import { nodesOf, valuesAt } from '@/seeds/report-sample'

// Every column of what a report is made of, and where the report tells it: a path of its JSON, or in words why it does not.

const ID = 'names its row'
const OF = 'says of what it is a part, which its place in the report says'
const ORDER = 'the order in which the report lists'
const VERSION = 'counts changes, for whoever edits'
const CREATED = 'when the row was made, which the audit log tells'
const FOLDED = 'folded for the search'
const DESK = 'how the desk works, no finding'

const date = (name: string, at: string) => ({
  [`${name}Verbatim`]: `${at}.verbatim`,
  [`${name}Earliest`]: `${at}.earliest`,
  [`${name}Latest`]: `${at}.latest`,
  [`${name}Precision`]: `${at}.precision`,
  [`${name}From`]: `${at}.clock.from`,
  [`${name}Until`]: `${at}.clock.until`,
  [`${name}Zone`]: `${at}.clock.zone`,
})
const same = (prefix: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, `${prefix}.${name}`]))

const CLAIM = 'claims[]'
const FIGURE = `${CLAIM}.figures[]`
const WARNING = `${CLAIM}.warning`
const EVIDENCE = `${CLAIM}.evidence[]`
const HOP = `${CLAIM}.attributions[].hops[]`
const VERDICT = `${CLAIM}.verdicts[]`
const REPLY = `${CLAIM}.replies[]`
const DECISION = `${CLAIM}.origins.decisions[]`
const own = { id: ID, projectId: OF, claimId: OF, version: VERSION }

/** `a.path[]` of the report, or a reason in words. */
const TOLD: Record<string, Record<string, string>> = {
  Claim: {
    ...same(CLAIM, ['id', 'number', 'category', 'checked', 'wording', 'tags', 'state', 'revision', 'stateSince']),
    ...{ projectId: 'project.id', articleId: 'article.id', version: VERSION, markedById: DESK, createdAt: CREATED },
    deletedAt: 'what is deleted is in no report',
    approvedById: `${CLAIM}.approval.by`,
    approvedVerdictId: `${CLAIM}.approval.verdictId`,
    approvedRevision: 'the revision of the approved verdict, which stands with it',
    approvedSingleSourceKind: `${CLAIM}.approval.singleSourceKind`,
    approvedSingleSourceReason: `${CLAIM}.approval.singleSourceReason`,
  },
  ClaimSpan: { claimId: OF, spanId: OF, position: ORDER },
  Span: {
    ...{ id: ID, projectId: OF, versionId: `${CLAIM}.passages[].version` },
    ...same(`${CLAIM}.passages[]`, ['start', 'end', 'exact', 'prefix', 'suffix']),
  },
  Assignment: Object.fromEntries(
    ['id', 'claimId', 'assigneeId', 'reviewerId', 'dueOn', 'assignedById', 'reason', 'createdAt', 'endedAt'].map(
      (name) => [name, DESK],
    ),
  ),
  Figure: {
    ...{ ...own, position: ORDER },
    ...same(FIGURE, ['measure', 'unit', 'verbatim', 'qualifier', 'low', 'best', 'high', 'population', 'nationality']),
    ...{ country: `${FIGURE}.country`, populationSourceId: `${FIGURE}.group.id` },
    ...same(FIGURE, ['includesAttackers', 'place', 'basis', 'rank', 'relation', 'supersedesReason']),
    ...date('asOf', `${FIGURE}.asOf`),
    ...date('reported', `${FIGURE}.reportedOn`),
    ...{ eventId: `${FIGURE}.event`, relatedToId: `${FIGURE}.relatedTo.id`, supersedesId: `${FIGURE}.supersedes.id` },
    statedBy: `${FIGURE}.stated.chainIds`,
  },
  Warning: {
    ...own,
    ...same(WARNING, ['audience', 'messageType', 'refersTo', 'threatActor', 'attackType', 'targets', 'areas']),
    ...same(WARNING, ['urgency', 'severity', 'certainty', 'windowVerbatim', 'windowOnset', 'windowExpires']),
    ...same(WARNING, ['windowOnsetTime', 'windowExpiresTime', 'windowZone']),
    ...same(WARNING, ['instruction', 'likelihood', 'outcome']),
    ...date('sent', `${WARNING}.sent`),
    ...{ issuerId: `${WARNING}.issuer.id`, onBehalfOfId: `${WARNING}.onBehalfOf.id`, eventId: `${WARNING}.event` },
    refersToId: `${WARNING}.refersToClaim`,
  },
  Evidence: {
    ...{ ...own, position: ORDER },
    ...same(EVIDENCE, ['stance', 'url', 'quote', 'locator', 'note', 'directness', 'credibility']),
    ...same(EVIDENCE, ['capturedAt', 'capturedSha256', 'withdrawnAt']),
    ...{ sourceId: `${EVIDENCE}.source.id`, spanId: `${EVIDENCE}.passage` },
    ...{ createdById: `${EVIDENCE}.addedBy`, createdAt: `${EVIDENCE}.addedAt` },
  },
  Attribution: {
    ...{ ...own, evidenceId: OF, position: ORDER },
    ...same(`${CLAIM}.attributions[]`, ['knows', 'knowsReason']),
    knowsSpanId: `${CLAIM}.attributions[].knowsWords`,
  },
  Hop: {
    ...{ id: ID, projectId: OF, attributionId: OF, position: ORDER },
    ...same(HOP, ['speechAct', 'certainty', 'form', 'basis', 'reading']),
    ...{ sourceId: `${HOP}.source.id`, affiliationId: `${HOP}.affiliation.id`, onBehalfOfId: `${HOP}.onBehalfOf.id` },
    ...date('said', `${HOP}.said`),
    ...{ sourceSpanId: `${HOP}.sourceWords`, cueSpanId: `${HOP}.cueWords` },
  },
  ReplyRequest: {
    ...{ ...own, createdById: DESK, createdAt: CREATED },
    ...same(REPLY, ['outcome', 'askedOn', 'note', 'answeredOn', 'answer']),
    sourceId: `${REPLY}.source.id`,
  },
  ClaimLink: {
    ...same(`${CLAIM}.origins.links[]`, ['id', 'oneId', 'otherId', 'reason']),
    ...{ projectId: OF, createdById: `${CLAIM}.origins.links[].by`, createdAt: `${CLAIM}.origins.links[].at` },
    ...{ removedAt: 'what was taken back is in no report', removedById: 'what was taken back is in no report' },
  },
  OriginDecision: {
    ...{ id: `${DECISION}.id`, projectId: OF, claimId: OF, kind: `${DECISION}.kind`, reason: `${DECISION}.reason` },
    ...{ appearanceId: `${DECISION}.accountId`, otherAppearanceId: `${DECISION}.otherId` },
    ...{ createdById: `${DECISION}.by`, createdAt: `${DECISION}.at` },
    ...{ takenBackAt: 'what was taken back is in no report', takenBackById: 'what was taken back is in no report' },
  },
  Verdict: {
    ...{
      id: `${VERDICT}.id`,
      projectId: OF,
      claimId: OF,
      authorId: `${VERDICT}.author`,
      ratingId: `${VERDICT}.rating`,
    },
    ...same(VERDICT, ['rationale', 'method', 'asOf', 'claimRevision']),
    ...{ groundStates: `${VERDICT}.needsAttention[]`, createdAt: `${VERDICT}.recordedAt` },
  },
  VerdictEvidence: { verdictId: OF, evidenceId: `${VERDICT}.reliesOn[]` },
  Rating: {
    ...{ id: ID, projectId: OF, position: ORDER },
    ...same(`${VERDICT}.rating`, ['key', 'labelFr', 'labelEn', 'value', 'colour']),
  },
  Source: {
    ...{
      id: `${HOP}.source.id`,
      projectId: OF,
      nameKey: FOLDED,
      sharesName: FOLDED,
      version: VERSION,
      createdAt: CREATED,
    },
    ...{ kind: `${HOP}.source.kind`, name: `${HOP}.source.name`, role: `${HOP}.source.role` },
    parentId: `${HOP}.source.parent`,
    mergedIntoId: 'what referred to it refers to the other one now',
    madeInPassing: 'whether it goes with the chain along with which it was made, for the desk',
    ...Object.fromEntries(
      ['aliases', 'url', 'wikidataId', 'interests', 'isGovernment'].map((name) => [
        name,
        'stands with the source in the directory',
      ]),
    ),
  },
  Event: {
    ...{ id: ID, projectId: OF, version: VERSION, createdAt: CREATED, titleKey: FOLDED, title: `${FIGURE}.event` },
    ...Object.fromEntries(
      [
        ...['place', 'note', 'happenedVerbatim', 'happenedEarliest', 'happenedLatest', 'happenedPrecision'],
        ...['happenedFrom', 'happenedUntil', 'happenedZone'],
      ].map((name) => [name, 'stands with the event on its own page']),
    ),
  },
  Article: {
    ...same('article', ['id', 'title', 'language', 'originUrl', 'markingFinishedAt']),
    ...{ projectId: 'project.id', outletId: 'article.outlet.id', version: VERSION, createdAt: CREATED },
    ...date('published', 'article.published'),
    sourceId: 'the article as a source: its own title',
    byline: 'stands with the article, on its own page',
    dateline: 'stands with the article, on its own page',
    seedFile: 'where a sample text came from',
    archivedAt: 'puts the article away, for the desk',
  },
  ArticleVersion: {
    ...{
      id: ID,
      projectId: OF,
      articleId: OF,
      text: 'the text itself has an address of its own',
      received: 'what was received has an address of its own',
    },
    ...same('article.versions[]', ['number', 'sha256', 'codePoints', 'receivedSha256', 'encoding', 'createdAt']),
    ...{ fileName: 'how the file was called by whoever sent it', createdById: DESK },
    fetchedFrom: 'stands in the list of versions; the report tells the article’s address',
    fetchedAt: 'stands in the list of versions',
    wordsAdded: 'stands in the list of versions',
    wordsGone: 'stands in the list of versions',
  },
}

/** Models of which nothing is told, and why. */
const NO_PART: Record<string, string> = {
  Anchoring: 'where passages stand in a later text; the report tells on which text they were judged',
  AuditEntry: 'the log has screens of its own; approvals and drops are told from it',
  ClaimHint: 'computed from the wordings',
  VerdictGround: 'leads from what changes to verdicts; the report tells of the verdicts themselves',
  ClaimProjection: 'counted for lists of claims; the report counts for itself',
  ClaimRecount: 'what is still to be counted for lists of claims',
  SourceUse: 'counted for lists of sources',
  SourceRecount: 'what is still to be counted for lists of sources',
  Comment: DESK,
  Notice: DESK,
  Project: 'its name and kind stand in the head of the report',
  Membership: DESK,
  EvidenceReading: 'computed from the words of the item',
  FetchedPage: 'how texts came in; the report tells of the article itself',
  ImportBatch: 'how texts came in; the report tells of the article itself',
  ImportFile: 'how texts came in; the report tells of the article itself',
  FingerprintedSentence: 'computed from the texts',
  TextReading: 'computed from the texts',
  CopyDecision: 'told by the groups of origins that follow from it',
  SourceReliability: 'stands with the source in the directory',
  SourcePart: 'stands with the sources in the directory; a group of origins says by its rule that it was followed',
  SourceMerge: 'what referred to one refers to the other now',
  DiscardedSource: 'what was taken back is in no report',
  ConfidentialIdentity: 'leaves the house in no form',
}
const ACCOUNTS = 'who may come in'
for (const name of [
  'User',
  'OneTimeLink',
  'LinkNotice',
  'Session',
  'SignInFailures',
  'RateLimiterFlexible',
  'InstallationKey',
])
  NO_PART[name] = ACCOUNTS

const columnsOf = (model: string): string[] => {
  const found = Object.entries(Prisma).find(([name]) => name === `${model}ScalarFieldEnum`)?.[1]
  return found && typeof found === 'object' ? Object.keys(found) : []
}
const isPath = (told: string) => /^[\w.[\]]+$/.test(told)

test('the report tells every column of what it is made of, or it is said why not', () => {
  const unknownModels = Object.keys(Prisma.ModelName).filter((model) => !TOLD[model] && !NO_PART[model])
  expect(
    unknownModels,
    'Say in TOLD where a report tells this model’s columns, or in NO_PART why it tells nothing of it.',
  ).toEqual([])
  const columns = Object.keys(TOLD).flatMap((model) => columnsOf(model).map((column) => [model, column] as const))
  expect(columns.length).toBeGreaterThan(150)
  const unknown = columns.filter(([model, column]) => !TOLD[model]?.[column]).map((each) => each.join('.'))
  expect(
    unknown,
    'A column that no report tells. Add it to the report (report-claim.ts, report-parts.ts, report-lines.ts, report-csv.ts and the page), and ' +
      'its path here in TOLD; or say here in words why a reader of the report does not need it.',
  ).toEqual([])
  const gone = Object.entries(TOLD).flatMap(([model, told]) =>
    Object.keys(told)
      .filter((column) => !columnsOf(model).includes(column))
      .map((column) => `${model}.${column}`),
  )
  expect(gone, 'Columns that are no more: take them out.').toEqual([])
  const nodes = new Set(nodesOf(verdictReport))
  const paths = [
    ...new Set(
      Object.values(TOLD)
        .flatMap((told) => Object.values(told))
        .filter(isPath),
    ),
  ]
  expect(
    paths.filter((path) => !nodes.has(path)),
    'No such path in the report.',
  ).toEqual([])
})

const asTold = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value))

test('what stands in the columns of a claim’s parts stands in its report', async () => {
  const { ctx, articleId, rows } = await aFullClaim(getDb())
  const report = await getVerdictReport(ctx, articleId)
  const lost = Object.entries(rows).flatMap(([model, row]) =>
    Object.entries(row).flatMap(([column, value]) => {
      const path = TOLD[model]?.[column] ?? ''
      if (!isPath(path)) return []
      if (value === null) return [`${model}.${column}: fill it in seeds/full-claim.ts`]
      const found = valuesAt(report, path).filter((each) => each !== null)
      // An identity may be told by what it leads to.
      const isTold =
        path.endsWith('.id') || !/Id$/.test(column)
          ? found.some((each) => asTold(each).startsWith(asTold(value)))
          : found.length > 0
      return isTold ? [] : [`${model}.${column} is not told by ${path}`]
    }),
  )
  expect(lost).toEqual([])
})

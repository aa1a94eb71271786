// What the app may do to each table beside reading it, as narrow as its commands allow. The launcher grants exactly this to
// the app's role after each migration. A new table must be named here, else its rows can only be looked for in vain:
// app-role.test.mjs fails and says so.

const every = () => true
const none = () => false
const only =
  (...names) =>
  (column) =>
    names.includes(column)
const allBut =
  (...names) =>
  (column) =>
    !names.includes(column)

/** Rows are added and never touched again. */
const kept = { insert: every }
/** Rows are added, and these columns of theirs written later; no row is ever deleted. */
const keptBut = (...columns) => ({ insert: every, update: only(...columns) })
/** Rows come and go, whole. */
const free = { insert: every, update: every, delete: true }

const origin = ['id', 'projectId', 'createdById', 'createdAt']

const tables = {
  // Prisma's own record of the migrations: the app only looks whether all are there.
  _prisma_migrations: {},

  // Never changed: what was said and done stays as it was.
  AuditEvent: { insert: allBut('sequence') },
  ArticleVersion: kept,
  Span: { insert: every, delete: true },
  Verdict: kept,
  VerdictEvidence: kept,
  // By a trigger, with the verdict.
  VerdictGround: kept,
  Comment: kept,
  SourceReliability: kept,
  Rating: kept,

  // Decided, and at most taken back.
  ClaimLink: keptBut('removedAt', 'removedById'),
  SourcePart: keptBut('removedAt', 'removedById'),
  OriginDecision: keptBut('takenBackAt', 'takenBackById'),
  PassageDecision: keptBut('takenBackAt', 'takenBackById'),
  // By merge_sources and undo_source_merge alone.
  SourceMerge: {},
  // By discard_sources alone.
  DiscardedSource: {},
  Assignment: keptBut('reviewerId', 'dueOn', 'endedAt'),
  Notice: keptBut('readAt'),
  OneTimeLink: keptBut('usedAt', 'supersededAt', 'mailedAt'),
  LinkNotice: keptBut('readAt'),

  // People and their rights: ended or disabled, never deleted.
  User: keptBut('name', 'passwordHash', 'disabledAt', 'sessionEpoch'),
  Membership: keptBut('role', 'joinedAt', 'endedAt', 'version'),
  // A row is locked by those who may update something of it.
  Project: keptBut('name'),
  RateLimiterFlexible: free,
  // Seen and ended; what has long been over goes.
  Session: { insert: every, update: only('lastSeenAt', 'endedAt', 'endReason'), delete: true },
  SignInFailures: { insert: every, update: only('count', 'lastAt', 'lastAddress'), delete: true },

  // Edited; withdrawn, archived or marked as deleted instead of deleted.
  Article: { insert: every, update: allBut(...origin, 'sourceId', 'seedFile') },
  Claim: { insert: every, update: allBut(...origin, 'articleId', 'number', 'markedById', 'revisedIn') },
  Evidence: { insert: every, update: allBut(...origin, 'claimId') },
  Source: { insert: allBut('mergedIntoId'), update: allBut(...origin, 'mergedIntoId', 'madeInPassing') },
  // Held while it seals, by the right to a column that its guard keeps; retired by the owner's role alone, with `npm run keys`.
  InstallationKey: keptBut('createdAt'),
  ConfidentialIdentity: {
    insert: every,
    update: allBut('sourceId', 'projectId', 'whyUnnamed', 'approvedById', 'approvedAt'),
  },

  // Parts of a claim, and what stands beside it: the audit row keeps what goes.
  ClaimSpan: { insert: every, delete: true },
  Attribution: {
    insert: every,
    update: only('position', 'version', 'knows', 'knowsReason', 'knowsSpanId'),
    delete: true,
  },
  // A chain's words move with their text.
  Hop: { insert: every, update: only('sourceSpanId', 'cueSpanId'), delete: true },
  // Found with a new text, and settled by somebody.
  Anchoring: keptBut('state', 'takenSpanId', 'settledById', 'settledAt'),
  Figure: { insert: every, update: allBut(...origin, 'claimId'), delete: true },
  Warning: { insert: every, update: allBut(...origin, 'claimId'), delete: true },
  Event: { insert: every, update: allBut(...origin), delete: true },
  ReplyRequest: { insert: every, update: allBut(...origin, 'claimId'), delete: true },
  // Read anew from the texts at any time.
  Passage: { insert: every, delete: true },
  TextReading: { insert: every, delete: true },
  EvidenceReading: { insert: every, delete: true },
  // By a trigger, with the claim's wording.
  ClaimHint: { insert: every, delete: true },
  // Counted by the worker; the marks on what is to be counted are made by triggers, and those that they take the place of are held first.
  ClaimProjection: keptBut(
    ...[
      'origins',
      'undetermined',
      'needsAttention',
      'reasonKind',
      'revision',
      'countedAt',
      'stateSince',
      'said',
      'search',
    ],
  ),
  ClaimRecount: { insert: every, update: only('stateSince'), delete: true },
  SourceUse: {
    insert: every,
    update: only('nameKey', 'claims', 'asOrigin', 'asRelay', 'isNamed', 'countedAt'),
    delete: true,
  },
  SourceRecount: { insert: every, update: only('markedAt'), delete: true },

  // Files that came together, each until it is an article.
  ImportBatch: keptBut('askedById', 'cancelledAt', 'undoneAt'),
  ImportFile: keptBut('bytes', 'state', 'reasons', 'title', 'articleId', 'accepted', 'mend'),

  // A page as it was fetched, until it is a text.
  FetchedPage: { insert: every, delete: true },

  // The queue of background work, in its own schema: jobs come and go; which queues there are is the migrations' affair.
  'jobs.job': {
    insert: every,
    update: only(
      ...['state', 'start_after', 'started_on', 'completed_on', 'keep_until', 'retry_count', 'retry_limit', 'output'],
    ),
    delete: true,
  },
  'jobs.run': { insert: every, update: only('worker', 'done', 'total'), delete: true },
  'jobs.worker': { insert: allBut('number'), delete: true },
  'jobs.archive': { insert: every, delete: true },
  'jobs.queue': {},
  'jobs.version': {},
  // Not used.
  'jobs.schedule': {},
  'jobs.subscription': {},
}

/** The schema of the queue, beside that of everything else. */
export const queueSchema = 'jobs'

/** The functions that do what the app may not do by itself, each with its checks. */
export const functions = [
  'merge_sources(uuid, uuid, uuid, uuid, text[], uuid, timestamptz)',
  'undo_source_merge(uuid, uuid, uuid, timestamptz)',
  'discard_sources(uuid, uuid[], uuid, timestamptz)',
]

/** True when the table is named. */
export const isNamed = (table) => Object.hasOwn(tables, table)

export const namedTables = Object.keys(tables)

/** A table of that name as SQL says it. */
export const inSql = (table) =>
  table
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')

/** What the app may do to a table of these columns: the columns it may write, and whether rows may go. Nothing to one that is not named. */
export function wantedOf(table, columns) {
  const { insert = none, update = none, delete: deleting = false } = isNamed(table) ? tables[table] : {}
  return {
    select: isNamed(table) ? columns : [],
    insert: columns.filter(insert),
    update: columns.filter(update),
    delete: deleting,
  }
}

import { ARTICLES, IMPORT, REPORTS } from '@/seeds/matrix/articles'
import { ATTRIBUTIONS } from '@/seeds/matrix/attributions'
import { CLAIMS, COMMENTS, STEPS } from '@/seeds/matrix/claims'
import type { CommandCase, Entries, QueryCase } from '@/seeds/matrix/entries'
import { COPIES, EVIDENCE, INDEPENDENCE, VERDICTS } from '@/seeds/matrix/evidence'
import { EVENTS, FIGURES, REPLIES, WARNINGS } from '@/seeds/matrix/facts'
import { JOBS, QUEUE } from '@/seeds/matrix/jobs'
import { AUDIT, AUTH, NOTICES, PROJECTS } from '@/seeds/matrix/people'
import { REVIEW } from '@/seeds/matrix/review'
import { SOURCES } from '@/seeds/matrix/sources'
import { VERSIONS } from '@/seeds/matrix/versions'

/** Every command and every query of the product, by domain. */
const MATRIX: Record<string, Entries> = {
  ...{ audit: AUDIT, auth: AUTH, notices: NOTICES, projects: PROJECTS, sources: SOURCES },
  ...{ articles: ARTICLES, import: IMPORT, reports: REPORTS, claims: CLAIMS, steps: STEPS, comments: COMMENTS },
  ...{ attributions: ATTRIBUTIONS, events: EVENTS, figures: FIGURES, warnings: WARNINGS, replies: REPLIES },
  ...{ evidence: EVIDENCE, independence: INDEPENDENCE, copies: COPIES, verdicts: VERDICTS, review: REVIEW },
  ...{ jobs: JOBS, queue: QUEUE, versions: VERSIONS },
}

const keyed = <Case>(part: (entries: Entries) => Record<string, Case> | undefined): [string, Case][] =>
  Object.entries(MATRIX).flatMap(([domain, entries]) =>
    Object.entries(part(entries) ?? {}).map(([name, value]): [string, Case] => [`${domain}/${name}`, value]),
  )

/** Each case of a command by `domain/name`; several of one command by a number behind it. */
export const COMMAND_CASES: [string, CommandCase][] = keyed(({ commands }) => commands).flatMap(([key, cases]) =>
  [cases].flat().map((each, at): [string, CommandCase] => [at === 0 ? key : `${key} (${at + 1})`, each]),
)
export const QUERY_CASES: [string, QueryCase][] = keyed(({ queries }) => queries)
export const EXEMPT: Map<string, string> = new Map(keyed(({ exempt }) => exempt))

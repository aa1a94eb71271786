import type { ReportOriginGroup, ReportOrigins } from '@/lib/reports/report-origins'

/** `origin: AFP ← chain 1, evidence 2 [lastHop]`: a group of accounts, and the rules that put them together. */
export function originLine({ standing, origin, accounts, rules }: ReportOriginGroup): string {
  const told = accounts.map(({ kind, number }) => `${kind} ${number}`).join(', ')
  return `${standing}: ${origin?.name ?? 'no source'} ← ${told} [${rules.join(' ')}]`
}

/** `DIFFERENT (Ada, 2021-08-27): why`, and whether a merge of sources took its effect. */
export const decisionLine = ({ kind, by, at, reason, isDropped }: ReportOrigins['decisions'][number]): string =>
  `${kind} (${by}, ${at.slice(0, 10)}): ${reason}${isDropped ? ' (no effect: the sources were merged)' : ''}`

/** `"the wording" (article)`: a claim that says the same. */
export const linkedLine = ({ wording, articleTitle }: ReportOrigins['linkedClaims'][number]): string =>
  `"${wording}" (${articleTitle})`

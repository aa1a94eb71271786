import type { ReportOriginGroup, ReportOrigins } from '@/lib/reports/report-origins'

type Wordings = readonly { id: string; wording: string }[]
type LinkedClaims = ReportOrigins['linkedClaims']

/** `origin: AFP ← chain 1, evidence 2 ("Un autre") [lastHop]`: a group of appearances, and the rules that put them together. */
export function originLine({ standing, origin, accounts, rules }: ReportOriginGroup, linked: LinkedClaims): string {
  const told = accounts.map(({ kind, number, claimId }) => {
    const of = linked.find(({ id }) => id === claimId)
    return of ? `${kind} ${number} ("${of.articleTitle}")` : `${kind} ${number}`
  })
  const name = origin ? [origin.name, origin.role && `(${origin.role})`].filter(Boolean).join(' ') : 'no source'
  return `${standing}: ${name} ← ${told.join(', ')} [${rules.join(' ')}]`
}

/** `DIFFERENT (Ada, 2021-08-27): why`, and whether a merge of sources took its effect. */
export const decisionLine = ({ kind, by, at, reason, isDropped }: ReportOrigins['decisions'][number]): string =>
  `${kind} (${by}, ${at.slice(0, 10)}): ${reason}${isDropped ? ' (no effect: the sources were merged)' : ''}`

/** `"one wording" = "other wording" (Ada, 2021-08-27): why`: two claims that somebody said to say the same. */
export function linkLine(
  { oneId, otherId, reason, by, at }: ReportOrigins['links'][number],
  wordings: Wordings,
): string {
  const named = [oneId, otherId].map((id) => `"${wordings.find((each) => each.id === id)?.wording ?? ''}"`)
  return `${named.join(' = ')} (${by}, ${at.slice(0, 10)})${reason ? `: ${reason}` : ''}`
}

/** `"the wording" (article, claim 2)`: a claim that says the same. */
export const linkedLine = ({ wording, articleTitle, number }: LinkedClaims[number]): string =>
  `"${wording}" (${articleTitle}, claim ${number})`

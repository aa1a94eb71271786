import { expect, test } from 'vitest'
import { separatorOf } from '@/lib/reports/csv-separator'
import { reportFileName } from '@/lib/reports/file-name'
import { OFFSETS_ARE, REPORT_FORMAT, type VerdictReport, verdictReport } from '@/lib/reports/report'
import type { ReportClaim, ReportFigure, ReportSource } from '@/lib/reports/report-claim'
import { reportCsv } from '@/lib/reports/report-csv'
import { reportJson } from '@/lib/reports/report-json'

const ID = '0198f3a0-0000-7000-8000-00000000000'
const AT = '2021-08-27T07:30:00.000Z'
const SHA = 'a'.repeat(64)
const place = { version: 1, versionSha256: SHA, paragraph: 1, start: 12, end: 34, exact: 'sept kamikazes' }
const named = (name: string): ReportSource => ({ id: `${ID}1`, kind: 'PERSON', name, role: null, parent: null })

const claim: ReportClaim = {
  ...{ id: `${ID}2`, number: 1, wording: 'Sept kamikazes sont en fuite', category: 'THREAT_WARNING' },
  ...{ checked: 'UTTERANCE', tags: [], state: 'CHECKING', stateSince: AT, isDraft: true, revision: 3 },
  passages: [{ ...place, prefix: 'que ', suffix: ' sont' }],
  attributions: [
    {
      ...{ id: `${ID}3`, side: 'asserts', knows: 'NOT_ANSWERED', knowsReason: null, knowsWords: null },
      hops: [
        {
          ...{ source: named('Anas Mallick'), affiliation: named('WION'), onBehalfOf: null, speechAct: 'REPORTED' },
          ...{ certainty: 'ASSERTED', form: 'INDIRECT', basis: 'TOLD', reading: 'CERTAIN' },
          ...{ said: null, sourceWords: null, cueWords: null },
        },
        {
          source: { id: null, kind: 'CONFIDENTIAL', name: 'une source à l’état-major', role: 'officier', parent: null },
          ...{ affiliation: null, onBehalfOf: null, speechAct: 'DENIED', certainty: 'ASSERTED', form: 'INDIRECT' },
          ...{ basis: 'NOT_STATED', reading: 'INFERRED', said: null, sourceWords: null, cueWords: null },
        },
      ],
    },
    { id: `${ID}4`, side: 'asserts', knows: 'WITNESSED', knowsReason: 'Vu.', knowsWords: null, hops: [] },
  ],
  origins: {
    asserting: {
      ...{ accounts: 3, origins: 1, undetermined: 1, circles: 0, roundUps: 0 },
      groups: [
        {
          standing: 'origin',
          origin: { id: `${ID}4`, kind: 'ORGANISATION', name: 'Services', role: null },
          accounts: [{ id: `${ID}4`, kind: 'chain', number: 1, claimId: `${ID}2` }],
          ...{ rules: ['lastHop', 'decided'], decisionIds: [`${ID}5`] },
        },
      ],
    },
    contradicting: { accounts: 0, origins: 0, undetermined: 0, circles: 0, roundUps: 0, groups: [], byConcerned: 0 },
    linkedClaims: [
      { id: `${ID}4`, number: 2, wording: 'Sept kamikazes', articleId: `${ID}6`, articleTitle: 'Un autre' },
    ],
    links: [],
    decisions: [
      {
        ...{
          id: `${ID}4`,
          kind: 'DIFFERENT',
          accountId: `${ID}4`,
          otherId: null,
          reason: 'Vu.',
          by: 'Ada',
          isDropped: false,
        },
        at: '2021-08-27T07:30:00.000Z',
      },
    ],
  },
  figures: [],
  warning: null,
  replies: [],
  evidence: [],
  verdicts: [
    {
      id: `${ID}5`,
      rating: { key: 'unverifiable', labelFr: 'Invérifiable', labelEn: 'Unverifiable', value: null, colour: 'unknown' },
      ...{ rationale: 'Aucune origine nommée.', method: null, asOf: '2021-08-27', author: 'Checker', recordedAt: AT },
      ...{ claimRevision: 3, isPresent: true, isApproved: false, reliesOn: [], needsAttention: [] },
    },
  ],
  approval: null,
}

const report = (part: Partial<ReportClaim> = {}, title = 'Un article'): VerdictReport => ({
  format: REPORT_FORMAT,
  generatedAt: AT,
  project: { id: `${ID}6`, name: 'Desk', kind: 'TRAINING' },
  draft: true,
  progress: { state: 'MARKING', total: 1, approved: 0, inReview: 0, underWay: 1, open: 0, dropped: 1 },
  article: {
    ...{ id: `${ID}7`, title, outlet: null, language: 'fr', originUrl: null, markingFinishedAt: null },
    published: { verbatim: '2021-08', earliest: '2021-08-01', latest: '2021-08-31', precision: 'MONTH' },
    versions: [{ number: 1, sha256: SHA, receivedSha256: SHA, codePoints: 99, encoding: 'utf-8', createdAt: AT }],
  },
  offsets: OFFSETS_ARE,
  claims: [{ ...claim, ...part }],
  dropped: [
    {
      ...{ id: `${ID}8`, number: 2, wording: 'Un avis', category: 'OTHER', checked: 'CONTENT', passages: [] },
      ...{ reason: 'Une opinion', by: 'Editor', at: AT },
    },
  ],
})

/** A CSV text as rows of cells, by RFC 4180: a reader of its own, so that the writer does not judge itself. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (quoted === undefined && plain === '' && end === '' && rows.at(-1)?.length === 0) break
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

function recordsOf(csv: string): Record<string, string>[] {
  const [head = [], ...rows] = rowsOf(csv.replace(/^\ufeff/, ''))
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])))
}
const recordOf = (part?: Partial<ReportClaim>) => recordsOf(reportCsv(report(part)))[0]

test('the CSV has a byte order mark and one row per claim, the dropped ones last and no verdict of theirs', () => {
  const csv = reportCsv(report())
  expect(csv.startsWith('\ufeff"format","generated_at","project",')).toBe(true)
  expect(new Set(rowsOf(csv).map((row) => row.length)).size).toBe(1)
  expect(recordsOf(csv)).toMatchObject([
    { claim_number: '1', review_state: 'CHECKING', draft: 'yes', verdict_status: 'PROPOSED' },
    { claim_number: '2', review_state: 'DROPPED', draft: 'yes', verdict_status: 'NONE', drop_reason: 'Une opinion' },
  ])
})

test('passages, chains and codes read as they stand in the report', () => {
  expect(recordOf()).toMatchObject({
    project_kind: 'TRAINING',
    article_published: '2021-08',
    checked: 'UTTERANCE',
    version_sha256: SHA,
    passages: '"sept kamikazes" [12-34]',
    chains:
      'article ← Anas Mallick (WION) [REPORTED; INDIRECT; ASSERTED; TOLD; CERTAIN] ← une source à l’état-major (confidential source, officier) [DENIED; INDIRECT; ASSERTED; INFERRED]\narticle [WITNESSED; Vu.]',
    asserting_accounts: '3',
    asserting_circles: '0',
    origin_groups: 'origin: Services ← chain 1 [lastHop decided]',
    origin_decisions: 'DIFFERENT (Ada, 2021-08-27): Vu.',
    linked_claims: '"Sept kamikazes" (Un autre, claim 2)',
    verdict_rating: 'unverifiable',
    verdict_value: '',
    verdict_author: 'Checker',
    approved_by: '',
  })
})

test('passages of several versions say which', () => {
  const passages = [place, { ...place, version: 2, start: 1, end: 5 }].map((each) => ({
    ...each,
    prefix: '',
    suffix: '',
  }))
  expect(recordOf({ passages })?.passages).toBe('"sept kamikazes" [v1 12-34]\n"sept kamikazes" [v2 1-5]')
})

test.each(['=1+1', '+33 1', '-7 morts', '@SUM(A1)', '\tx', '＝1'])(
  'the wording %j is no formula for a spreadsheet',
  (wording) => {
    expect(recordOf({ wording })?.wording).toBe(`'${wording}`)
  },
)

test.each([
  ['a;=1+1', "a;'=1+1"],
  ['a; @SUM(A1)', "a; '@SUM(A1)"],
  ['a\t+1', "a\t'+1"],
  ['a\n-1', "a\n'-1"],
  ['a;\u00a0＝1', "a;\u00a0'＝1"],
  ['a, -5 degrés ; 12-13 ; a=b', 'a, -5 degrés ; 12-13 ; a=b'],
])('the wording %j is none either where semicolons or tabs end a cell', (wording, neutral) => {
  expect(recordOf({ wording })?.wording).toBe(neutral)
})

test.each(['semicolon', 'tab'] as const)(
  'with a %s between cells no text is a formula, where a comma ends a cell neither',
  (separator) => {
    const csv = reportCsv(report({ wording: 'a,=1+1; +2\t-3, 4 - 5' }), separator)
    expect(csv).toContain(`"a,'=1+1; '+2\t'-3, 4 - 5"`)
    const [head = ''] = csv.split('\r\n')
    expect(head.startsWith(`\ufeff"format"${separator === 'tab' ? '\t' : ';'}"generated_at"`)).toBe(true)
  },
)

test('a spreadsheet in French reads semicolons, one in English commas', () => {
  expect([separatorOf('fr'), separatorOf('en')]).toEqual(['semicolon', 'comma'])
})

test('what has changed is called by its name, not by its id', () => {
  const [verdict] = claim.verdicts
  const change = { kind: 'figure', what: 'superseded', id: `${ID}9`, name: '95', fields: ['supersededBy'] } as const
  const verdicts = verdict ? [{ ...verdict, needsAttention: [{ ...change, fields: [...change.fields] }] }] : []
  expect(recordOf({ verdicts })?.verdict_changes).toBe('figure superseded: "95"; fields: supersededBy')
})

test('every text is quoted, numbers are not', () => {
  const [, row = ''] = reportCsv(report()).split('\r\n')
  expect(row).toContain(',"Sept kamikazes sont en fuite",')
  expect(row).toContain(',3,1,1,')
})

test('quotes, commas and line ends stay within their cell', () => {
  const wording = 'Il a dit : "non",\r\npuis "oui"\n;'
  expect(recordOf({ wording })?.wording).toBe(wording)
})

test('the JSON is the report itself, its keys always in the same order', () => {
  const { format, ...rest } = report()
  const shuffled = { ...rest, claims: rest.claims.map(({ id, ...each }) => ({ ...each, id })), format }
  expect(reportJson(shuffled)).toBe(reportJson(report()))
  expect(JSON.parse(reportJson(shuffled))).toEqual(report())
})

test('the JSON holds nothing that the format does not name', () => {
  const overfull = { ...claim, secret: 'Deep Throat' }
  const leaking: VerdictReport = { ...report(), claims: [overfull] }
  expect(reportJson(leaking)).not.toContain('Deep Throat')
})

test.each([
  [
    'Sept terroristes de l’État',
    'Sept-terroristes-de-l’État-draft-2021-08-27.csv',
    'Sept-terroristes-de-l-Etat-draft-2021-08-27.csv',
  ],
  ['../../etc/passwd"\r\nX: 1', 'etc-passwd-X-1-draft-2021-08-27.csv', 'etc-passwd-X-1-draft-2021-08-27.csv'],
  ['كابول', 'كابول-draft-2021-08-27.csv', 'draft-2021-08-27.csv'],
])('the title %j makes a safe file name', (title, full, ascii) => {
  expect(reportFileName(report({}, title), 'csv')).toEqual({ full, ascii })
})

const MINISTRY = { id: `${ID}c`, kind: 'ORGANISATION', name: 'ministère', role: null } as const

test('a figure says which took its place, in whose place it stands, and of what event it is', () => {
  const linked = (verbatim: string) => ({ id: `${ID}9`, claimId: `${ID}1`, wording: 'Le bilan', verbatim })
  const figure: ReportFigure = {
    id: `${ID}a`,
    measure: 'KILLED',
    unit: null,
    verbatim: '170',
    qualifier: 'EXACT',
    population: 'ALL',
    ...{
      low: null,
      best: 170,
      high: null,
      group: null,
      country: null,
      nationality: null,
      asOf: null,
      reportedOn: null,
      place: null,
    },
    includesAttackers: 'NOT_STATED',
    basis: 'NOT_STATED',
    rank: 'NORMAL',
    event: 'Attaque',
    relation: 'TOTAL_OF',
    ...{ relatedTo: linked('13'), supersedes: linked('95'), supersedesReason: 'Compté à nouveau' },
    supersededBy: [linked('182')],
    stated: { how: 'answer', chainIds: [`${ID}b`], origins: [{ standing: 'origin', origin: MINISTRY }] },
  }
  const figures = [figure]
  const lineOf = (stated: ReportFigure['stated']) => recordOf({ figures: [{ ...figure, stated }] })?.figures
  expect(recordOf({ figures })?.figures).toBe(
    'KILLED EXACT, best=170, ALL, "170", origin: ministère, event: Attaque, TOTAL_OF "13" in "Le bilan", supersedes "95" in "Le bilan" (Compté à nouveau), superseded by "182" in "Le bilan"',
  )
  expect(lineOf({ how: 'asked', chainIds: [], origins: [] })).toContain('origin: undetermined (several chains)')
  expect(lineOf({ how: 'none', chainIds: [], origins: [] })).toContain('origin: undetermined (no chain)')
  const voice = { standing: 'undetermined', origin: { ...MINISTRY, name: 'un responsable' } } as const
  const both = [{ standing: 'origin', origin: MINISTRY } as const, voice]
  expect(lineOf({ how: 'answer', chainIds: [], origins: both })).toContain(
    'origin: ministère + undetermined (un responsable)',
  )
  expect(verdictReport.parse(JSON.parse(reportJson(report({ figures })))).claims[0]?.figures).toEqual(figures)
})

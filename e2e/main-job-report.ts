import { expect } from 'playwright/test'
import { sha256 } from '@/lib/sha256'
import { cut, readCsv } from './report-files'

// What the files of the main job's report must hold.

/** The article of the story: its text, the word that is its own, and the sentence of the other article. */
type MainJob = { articleId: string; text: string; own: string; said: string }

const TOLL = '13 soldats ont été tués'

export function expectJson(content: string, { articleId, text, own, said }: MainJob): void {
  const report = JSON.parse(content)
  expect(report.draft).toBe(true)
  expect(report.article).toMatchObject({ id: articleId, versions: [{ number: 1, sha256: sha256(text) }] })
  expect(report.progress).toMatchObject({ total: 3, approved: 1, open: 2 })
  const quotes = [TOLL, 'une attaque contre l’aéroport est imminente', 'La piste nord est fermée']
  expect(report.claims).toHaveLength(3)
  for (const [index, quote] of quotes.entries()) {
    const [passage] = report.claims[index].passages
    expect(passage.exact).toBe(quote)
    expect(cut(text, passage)).toBe(quote)
    expect(passage.versionSha256).toBe(sha256(text))
  }
  const [first, second, third] = report.claims
  expect(first).toMatchObject({
    category: 'CASUALTIES',
    state: 'APPROVED',
    isDraft: false,
    figures: [{ measure: 'KILLED', qualifier: 'AT_LEAST', low: 13, population: 'MILITARY' }],
    attributions: [
      {
        hops: [
          { source: { name: 'Anas Mallick' }, cueWords: { exact: 'Selon' } },
          { source: { name: `Santé ${own}` }, speechAct: 'CONFIRMED' },
        ],
      },
    ],
    origins: { asserting: { accounts: 2, origins: 1 } },
    evidence: [{ stance: 'REPEATS', addedBy: 'Victor Vérificateur', passage: { exact: said } }],
    verdicts: [{ author: 'Victor Vérificateur', isApproved: true, rating: { value: 5 } }],
    approval: {
      by: 'Édith Éditrice',
      singleSourceKind: 'SOLE_AUTHORITY',
      singleSourceReason: `Le seul décompte (${own}).`,
    },
  })
  expect(cut(text, first.attributions[0].hops[0].cueWords)).toBe('Selon')
  expect(Date.parse(first.approval.at)).toBeGreaterThan(Date.parse(first.verdicts[0].recordedAt))
  expect(second).toMatchObject({ state: 'OPEN', isDraft: true, checked: 'UTTERANCE', verdicts: [], approval: null })
  expect(second.warning).toMatchObject({ audience: 'ses ressortissants', likelihood: 'imminente' })
  expect(third.attributions).toMatchObject([{ hops: [] }])
}

export function expectCsv(content: string, { articleId, text, own }: MainJob, separator: ',' | ';'): void {
  const rows = readCsv(content.replace(/^\ufeff/, ''), separator)
  expect(rows.map((row) => row.draft)).toEqual(['no', 'yes', 'yes'])
  const from = Array.from(text.slice(0, text.indexOf(TOLL))).length
  expect(rows[0]).toMatchObject({
    article_id: articleId,
    version_sha256: sha256(text),
    passages: `"${TOLL}" [${from}-${from + TOLL.length}]`,
    chains: expect.stringMatching(
      new RegExp(`^article ← Anas Mallick (?:\\(.+\\) )?\\[SAID;.* "Selon" .*\\] ← Santé ${own} \\[CONFIRMED;.*\\]$`),
    ),
    verdict_status: 'APPROVED',
    verdict_value: '5',
    verdict_author: 'Victor Vérificateur',
    approved_by: 'Édith Éditrice',
    single_source_kind: 'SOLE_AUTHORITY',
    single_source_reason: `Le seul décompte (${own}).`,
  })
  expect(rows[2]).toMatchObject({
    chains: expect.stringMatching(/^article \[/),
    verdict_status: 'NONE',
    approved_by: '',
  })
  expect(rows[0]?.approved_at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
}

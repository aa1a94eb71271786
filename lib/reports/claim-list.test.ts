import { expect, test } from 'vitest'
import type { SearchedClaim } from '@/lib/claims/queries/find-claims'
import { claimListCsv, claimListJson } from '@/lib/reports/claim-list'

const at = new Date('2026-12-02T10:00:00.000Z')
const claim: SearchedClaim = {
  ...{
    id: 'one',
    number: 3,
    wording: '=1+1 ; « 170 »',
    category: 'CASUALTIES',
    checked: 'CONTENT',
    state: 'IN_REVIEW',
  },
  ...{
    stateSince: at,
    createdAt: at,
    tags: ['Kaboul', '@bilan'],
    articleId: 'text',
    assignee: { id: 'a', name: 'Anne' },
  },
  ...{ reviewer: null, dueOn: '2026-12-24', counted: { origins: 1, undetermined: 2, needsAttention: false } },
  article: { title: 'Un titre', language: 'fr', outlet: null },
  verdict: {
    rating: { key: 'mixed', labelFr: 'mitigé', labelEn: 'mixed', value: 3, colour: 'mixed' },
    approved: false,
  },
}

test('a row has every column of the head, and no cell that a spreadsheet runs', () => {
  const [head = '', row = ''] = claimListCsv([claim], 'semicolon', true).trimEnd().split(/\r\n/)
  expect(head.split(';')).toHaveLength(21)
  expect(row).toContain(`"'=1+1 ; « 170 »"`)
  expect(row).toContain('"Kaboul\n\'@bilan"')
  expect(row.endsWith(';"2026-12-24";"mixed";"no";1;2;"no"')).toBe(true)
  expect(claimListCsv([claim], 'semicolon', false).trimEnd()).toBe(row)
})

test('a line of JSON has the same, and says null of what is not counted', () => {
  const lines = claimListJson([claim, { ...claim, counted: null }])
    .trimEnd()
    .split('\n')
  const [one, other] = lines.map((line): Record<string, unknown> => JSON.parse(line))
  expect(one).toMatchObject({ claim_id: 'one', tags: ['Kaboul', '@bilan'], verdict: 'mixed', asserting_origins: 1 })
  expect(other).toMatchObject({ asserting_origins: null, needs_attention: null })
})

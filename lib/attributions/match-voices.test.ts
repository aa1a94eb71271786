import { expect, test } from 'vitest'
import { type KnownSource, matchVoices } from '@/lib/attributions/match-voices'
import { proposeChains } from '@/lib/attributions/propose'
import type { SourceKind } from '@/prisma/generated/enums'

const known = (id: string, kind: SourceKind, name: string, parent: string | null = null): KnownSource => ({
  ...{ id, kind, name, role: null, aliases: [], parent, inArticle: true },
})
const sourceOf = (sentence: string, all: KnownSource[]) => {
  const [words = ''] = sentence.split(', ').slice(-1)
  const start = Array.from(sentence).length - Array.from(words).length
  const chains = proposeChains(sentence, 'fr', [{ start, end: start + Array.from(words).length - 1 }])
  return matchVoices(chains, all)[0]?.hops[0]?.source
}

test('"a report", "an official" of one body is not that of another, nor of nobody', () => {
  const [said, reported] = ['Selon un responsable, le pont est ouvert.', 'Selon un rapport, le pont est ouvert.']
  const ofBody = [
    known('v', 'UNNAMED_IN_TEXT', 'Responsable', 'Pentagone'),
    known('d', 'DOCUMENT', 'Rapport', 'Pentagone'),
  ]
  const ofNobody = ofBody.map((each) => ({ ...each, parent: null }))
  expect([sourceOf(said, ofBody), sourceOf(reported, ofBody)]).toMatchObject([
    { id: null, name: 'Responsable', kind: 'UNNAMED_IN_TEXT' },
    { id: null, name: 'Rapport', kind: 'DOCUMENT' },
  ])
  expect([sourceOf(said, ofNobody)?.id, sourceOf(reported, ofNobody)?.id]).toEqual(['v', 'd'])
})

test('a report whose issuer the text names is the desk’s of that issuer', () => {
  const sentence = 'Selon un rapport du Pentagone, le pont est ouvert.'
  const of = (parent: string) => [known('d', 'DOCUMENT', 'Rapport du Pentagone', parent)]
  expect(sourceOf(sentence, of('Pentagone'))?.id).toBe('d')
  expect(sourceOf(sentence, of('OTAN'))).toMatchObject({ id: null, issuer: { name: 'Pentagone' } })
})

test('an outlet or a person is the desk’s, whoever owns it', () =>
  expect(sourceOf('Selon Reuters, le pont est ouvert.', [known('o', 'OUTLET', 'Reuters', 'Thomson')])?.id).toBe('o'))

test('the unnamed voices of two articles, and ministries of two countries, are not joined by their names', () => {
  const elsewhere = (kind: SourceKind, name: string) => [{ ...known('x', kind, name), inArticle: false }]
  const asked = [
    sourceOf('Selon un responsable, le pont est ouvert.', elsewhere('UNNAMED_IN_TEXT', 'Responsable')),
    sourceOf('Selon un rapport, le pont est ouvert.', elsewhere('DOCUMENT', 'Rapport')),
    sourceOf(
      'Selon le ministère de la Défense, le pont est ouvert.',
      elsewhere('ORGANISATION', 'Ministère de la Défense'),
    ),
    sourceOf('Selon la police, le pont est ouvert.', elsewhere('ORGANISATION', 'Police')),
  ]
  expect(asked.map((each) => each?.id)).toEqual([null, null, null, null])
  expect(sourceOf('Selon Reuters, le pont est ouvert.', elsewhere('OUTLET', 'Reuters'))?.id).toBe('x')
})

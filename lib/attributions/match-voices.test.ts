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

const asked = (sentence: string, ...all: KnownSource[]) => {
  const source = sourceOf(sentence, all)
  return [source?.id, source?.candidates.map(({ id }) => id).sort()]
}
const away = (id: string, kind: SourceKind, name: string, more: Partial<KnownSource> = {}): KnownSource => ({
  ...known(id, kind, name),
  inArticle: false,
  ...more,
})

test('who may be meant is offered where a name does not say it, and nobody is taken', () => {
  const minister = 'Selon le ministère de la Défense, le pont est ouvert.'
  const french = away('f', 'ORGANISATION', 'Ministère de la Défense')
  const british = away('b', 'ORGANISATION', 'Ministère de la Défense (Royaume-Uni)', {
    aliases: ['Ministère de la Défense'],
  })
  expect(asked(minister, french, british)).toEqual([null, ['b', 'f']])
  // The same words of the same text mean the same.
  expect(asked(minister, french, { ...british, inArticle: true })).toEqual(['b', []])
  expect(asked('Selon un porte-parole, le pont est ouvert.', away('u', 'UNNAMED_IN_TEXT', 'Porte-parole'))).toEqual([
    null,
    ['u'],
  ])
  expect(asked('Selon un rapport, le pont est ouvert.', away('d', 'DOCUMENT', 'Rapport'))).toEqual([null, ['d']])
  expect(asked('Selon Reuters, le pont est ouvert.', away('o', 'OUTLET', 'Reuters'))).toEqual(['o', []])
})

test('two of one alias are asked about, and a person who is known by a role that every body has', () => {
  const two = ['x', 'y'].map((id) => away(id, 'PERSON', `Anas Mallick ${id}`, { aliases: ['Anas Mallick'] }))
  expect(asked('Selon Anas Mallick, le pont est ouvert.', ...two)).toEqual([null, ['x', 'y']])
  const speaker = away('p', 'PERSON', 'John Kirby', { role: 'porte-parole' })
  expect(asked('Selon un porte-parole, le pont est ouvert.', speaker)).toEqual([null, ['p']])
  expect(asked('Selon un porte-parole, le pont est ouvert.', { ...speaker, inArticle: true })).toEqual(['p', []])
})

test('an official of another body is not offered, nor anybody for words that tell of nobody', () => {
  const ofNato = away('n', 'UNNAMED_IN_TEXT', 'Responsable du Pentagone', { parent: 'OTAN' })
  expect(asked('Selon un responsable du Pentagone, le pont est ouvert.', ofNato)).toEqual([null, []])
  expect(asked('Selon un responsable du Pentagone, le pont est ouvert.', { ...ofNato, parent: 'Pentagone' })).toEqual([
    null,
    ['n'],
  ])
})

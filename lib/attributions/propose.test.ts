import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ProposedChain, proposeChains } from '@/lib/attributions/propose'
import { codePointLength, sliceCodePoints } from '@/lib/text/code-points'
import { normaliseText } from '@/lib/text/normalise'
import { placeOf } from '@/seeds/builders'

const seed = (name: string) =>
  normaliseText(readFileSync(join(import.meta.dirname, '../../seeds/articles', name), 'utf8'))
const MALOOF = seed('000_a56745d9376cc117.txt')
const BOMBERS = seed('004_b86df3bf2438e070.txt')

/** Each hop as "name | source words | cue words | act form reading". */
const lines = (text: string, { hops }: ProposedChain) =>
  hops.map((hop) => {
    const words = [hop.sourceWords, hop.cueWords].map((place) => place && sliceCodePoints(text, place.start, place.end))
    return [hop.voice.name, ...words, `${hop.speechAct} ${hop.form} ${hop.reading}`].join(' | ')
  })
const proposed = (text: string, passage: string, language = 'fr') =>
  proposeChains(text, language, [placeOf(text, passage)]).map((chain) => lines(text, chain))

describe('the first text', () => {
  test.each([
    [
      'ISIS-K complotait pour renverser les talibans',
      ['Ancien responsable du Pentagone | Un ancien responsable du Pentagone | a averti | WARNED INDIRECT CERTAIN'],
    ],
    [
      'revendiqué la responsabilité d’un attentat',
      [
        'RT | RT | S’adressant à | QUOTED INDIRECT INFERRED',
        'Michael Maloof | Michael Maloof | a déclaré | SAID INDIRECT CERTAIN',
      ],
    ],
    ['Le nombre de morts de l’attaque de l’aéroport de Kaboul hier est passé à 170', []],
    ['les ennemis de longue date coopèrent', ['On | On | pense | BELIEVED INDIRECT CERTAIN']],
    ['le président Joe Biden a demandé à l’armée américaine d’explorer', []],
    [
      'C’est quelque chose vers quoi l’Etat islamique travaille',
      ['Michael Maloof | M. Maloof | a déclaré | SAID TRANSLATED_QUOTE CERTAIN'],
    ],
    ['nous sommes en fait responsables', ['Michael Maloof | M. Maloof | a déclaré | SAID TRANSLATED_QUOTE INFERRED']],
    [
      'Ils ne s’aiment pas.',
      ['Michael Maloof | L’ancien responsable du Pentagone | a poursuivi | SAID TRANSLATED_QUOTE INFERRED'],
    ],
    [
      'Les talibans sont plus modérés que l’Etat islamique.',
      ['Michael Maloof | L’ancien responsable du Pentagone | a poursuivi | SAID TRANSLATED_QUOTE INFERRED'],
    ],
    ['ISIS-K est le plus extrême et le plus violent', []],
    [
      'Aucun décès ne sera causé',
      [
        'Zabihullah Mujahid | le porte-parole des talibans, Zabihullah Mujahid | a déclaré | SAID TRANSLATED_QUOTE CERTAIN',
      ],
    ],
    [
      'Nous ne permettrons à personne',
      [
        'Zabihullah Mujahid | le porte-parole des talibans, Zabihullah Mujahid | a déclaré | SAID TRANSLATED_QUOTE INFERRED',
      ],
    ],
  ])('%s', (passage, expected) => {
    expect(proposed(MALOOF, passage)).toEqual([expected])
  })

  test('a spokesman speaks on behalf of those whom the words name', () => {
    const [chain] = proposeChains(MALOOF, 'fr', [placeOf(MALOOF, 'Aucun décès ne sera causé')])
    expect(chain?.hops[0]?.onBehalfOf).toMatchObject({ kind: 'ORGANISATION', name: 'Talibans' })
    expect(chain?.hops[0]?.voice).toMatchObject({ kind: 'PERSON', role: 'porte-parole des talibans' })
  })
})

describe('the second text', () => {
  test.each([
    [
      'Sept terroristes de l’Etat islamique, considérés comme des kamikazes, errent toujours à Kaboul',
      [
        'Rapport des services de renseignement américains | un rapport des services de renseignement américains | selon | REPORTED INDIRECT CERTAIN',
      ],
    ],
    [
      'un nouvel avertissement aux citoyens américains',
      ['Responsables américains | les responsables américains | ont émis | WARNED INDIRECT CERTAIN'],
    ],
    [
      'la menace était spécifiquement dirigée contre “les hôtels, les ambassades et l’aéroport”',
      ['Anas Mallick | Anas Mallick, journaliste sur le terrain pour WION | a déclaré | SAID MIXED CERTAIN'],
    ],
    [
      'sept terroristes de l’Etat islamique sont en fuite après l’attaque',
      [
        'Anas Mallick | M. Mallick | Selon | REPORTED INDIRECT CERTAIN',
        'Services de renseignement américains | les services de renseignement américains | affirment | CLAIMED INDIRECT CERTAIN',
      ],
    ],
    ['Kaboul est toujours en deuil', ['Anas Mallick |  | Il a déclaré | SAID TRANSLATED_QUOTE INFERRED']],
    ['au moins sept kamikazes sont en fuite', ['Anas Mallick |  | Il a déclaré | SAID TRANSLATED_QUOTE INFERRED']],
    ['Ils ont quitté une mosquée', ['Anas Mallick |  | Il a poursuivi | SAID TRANSLATED_QUOTE INFERRED']],
    [
      'Les services de renseignement américains ont demandé aux journalistes occidentaux de rester à l’écart de l’aéroport',
      ['Anas Mallick |  | Il a poursuivi | SAID TRANSLATED_QUOTE INFERRED'],
    ],
    [
      'nous continuons de conseiller aux citoyens américains d’éviter de se rendre à l’aéroport',
      [
        'Avertissement de menace américain | L’avertissement de menace américain | indiquait | SAID TRANSLATED_QUOTE CERTAIN',
      ],
    ],
    [
      'tué un planificateur de la branche afghane',
      ['Armée américaine | l’armée américaine | pensait | BELIEVED INDIRECT CERTAIN'],
    ],
    ['Toutes les forces étrangères devraient quitter le pays', []],
    [
      'le dernier vol britannique destiné uniquement',
      ['Ministère de la Défense | Le ministère de la Défense | a confirmé | CONFIRMED INDIRECT CERTAIN'],
    ],
  ])('%s', (passage, expected) => {
    expect(proposed(BOMBERS, passage)).toEqual([expected])
  })

  test('a claim of three passages is attributed in three ways', () => {
    const passages = ['Sept terroristes de l’Etat', 'sept terroristes de l’Etat', 'au moins sept kamikazes']
    const chains = proposeChains(
      BOMBERS,
      'fr',
      passages.map((words) => placeOf(BOMBERS, words)),
    )
    expect(chains.map(({ hops }) => hops.map(({ voice }) => voice.name))).toEqual([
      ['Rapport des services de renseignement américains'],
      ['Anas Mallick', 'Services de renseignement américains'],
      ['Anas Mallick'],
    ])
    expect(chains[0]?.hops[0]).toMatchObject({
      basis: 'DOCUMENT',
      voice: { kind: 'DOCUMENT', issuer: { kind: 'ORGANISATION', name: 'Services de renseignement américains' } },
    })
    expect(chains[1]?.hops[0]).toMatchObject({ basis: 'TOLD', affiliation: { kind: 'OUTLET', name: 'WION' } })
    expect(chains[1]?.hops[0]?.voice.role).toBe('journaliste sur le terrain')
  })
})

describe('other sentences', () => {
  test.each([
    [
      'fr',
      'Deux ponts sont coupés, a déclaré le ministère.',
      'Deux ponts',
      ['Ministère | le ministère | a déclaré | SAID INDIRECT CERTAIN'],
    ],
    [
      'fr',
      'Deux ponts sont coupés, selon Reuters.',
      'Deux ponts',
      ['Reuters | Reuters | selon | SAID INDIRECT CERTAIN'],
    ],
    [
      'fr',
      '« Deux ponts sont coupés », affirme Jeanne Martin.',
      'Deux ponts',
      ['Jeanne Martin | Jeanne Martin | affirme | CLAIMED DIRECT_QUOTE CERTAIN'],
    ],
    [
      'fr',
      'Jeanne Martin a annoncé la crue. « Deux ponts sont coupés », a-t-elle dit.',
      'Deux ponts',
      ['Jeanne Martin |  | a-t-elle dit | SAID DIRECT_QUOTE INFERRED'],
    ],
    ['fr', 'Le train part demain selon un calendrier convenu.', 'Le train part', []],
    [
      'en',
      'Seven bombers are at large, according to a report by the Interior Ministry.',
      'Seven bombers',
      [
        'Report by the Interior Ministry | a report by the Interior Ministry | according to | REPORTED INDIRECT CERTAIN',
      ],
    ],
    [
      'en',
      'Pentagon spokesman John Kirby said that two bridges are closed.',
      'two bridges',
      ['John Kirby | Pentagon spokesman John Kirby | said | SAID INDIRECT CERTAIN'],
    ],
    [
      'en',
      'U.S. officials warned that Americans must leave.',
      'Americans must leave',
      ['U.S. officials | U.S. officials | warned | WARNED INDIRECT CERTAIN'],
    ],
    [
      'en',
      'Anna Bell arrived. “Two bridges are closed,” Anna Bell told reporters.',
      'Two bridges',
      ['Anna Bell | Anna Bell | told | SAID DIRECT_QUOTE CERTAIN'],
    ],
    [
      'en',
      'The army believes that two bridges are closed.',
      'two bridges',
      ['Army | The army | believes | BELIEVED INDIRECT CERTAIN'],
    ],
    [
      'en',
      'The ministry denied that two bridges are closed.',
      'two bridges',
      ['Ministry | The ministry | denied | DENIED INDIRECT CERTAIN'],
    ],
    ['en', 'Two bridges are closed.', 'Two bridges', []],
    [
      'fr',
      'Selon Jeanne Martin, deux ponts sont coupés.',
      'deux ponts',
      ['Jeanne Martin | Jeanne Martin | Selon | SAID INDIRECT CERTAIN'],
    ],
  ])('%s: %s', (language, text, passage, expected) => {
    expect(proposed(text, passage, language)).toEqual([expected])
  })
})

test('whatever the text, nothing is thrown, and all words lie in it', () => {
  const pieces = fc.constantFrom(
    'selon ',
    'a déclaré ',
    'que ',
    '“',
    '”',
    '« ',
    ' »',
    ', ',
    '. ',
    '\n\n',
    'M. ',
    'Anas Mallick',
    ' 👩‍👧 ',
    'il ',
    'said ',
    'On pense ',
    'S’adressant à RT, ',
    ' : ',
    'le porte-parole de ',
    ' according to ',
  )
  const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 40 })
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (parts, a, b) => {
      const text = normaliseText(parts.join(''))
      const length = codePointLength(text)
      const [start, end] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y)
      for (const { hops } of proposeChains(text, null, [{ start: start ?? 0, end: end ?? 0 }]))
        for (const { sourceWords, cueWords, voice } of hops) {
          expect(voice.name).not.toBe('')
          for (const place of [sourceWords, cueWords]) {
            if (!place) continue
            expect(place.start).toBeLessThan(place.end)
            expect(place.end).toBeLessThanOrEqual(length)
            expect(place.start).toBeGreaterThanOrEqual(0)
          }
        }
    }),
    { numRuns: 300 },
  )
})

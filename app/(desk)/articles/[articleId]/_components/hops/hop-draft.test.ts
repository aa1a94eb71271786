import { describe, expect, test } from 'vitest'
import type { MatchedChain, MatchedVoice } from '@/lib/attributions/match-voices'
import { draftOf } from '@/lib/dates/world-date'
import {
  draftOfProposal,
  type HopDraft,
  hopInputOf,
  lostWords,
  newHop,
  newSourcesOf,
  sourceDraftOf,
  wordsSelected,
  wordsTyped,
} from './hop-draft'

type MatchedHop = MatchedChain['hops'][number]

const TEXT = 'Le 👩 dit non.\n\nSelon Mme Martin, le ministère dit oui. Il dit non.'

/** Words of the text as a person selects them: code points. */
function rangeOf(words: string, from = 0) {
  const start = Array.from(TEXT.slice(0, TEXT.indexOf(words, from))).length
  return { start, end: start + Array.from(words).length }
}

const voice = (facts: Partial<MatchedVoice>): MatchedVoice => ({
  ...{ id: null, kind: 'PERSON', name: 'Mme Martin', role: null, issuer: null, candidates: [] },
  ...facts,
})

const hop = (facts: Partial<MatchedHop>): MatchedHop => ({
  ...{ source: voice({}), affiliation: null, onBehalfOf: null },
  ...{ speechAct: 'CLAIMED', certainty: 'ASSERTED', form: 'INDIRECT', basis: 'NOT_STATED', reading: 'INFERRED' },
  ...{ said: null, sourceWords: null, cueWords: null },
  ...facts,
})

describe('words of a hop', () => {
  test('that are typed are found nearest to the claim, with their paragraph, as a new span each time', () => {
    const near = rangeOf('le ministère')
    const found = wordsTyped('dit', { text: TEXT, near })
    expect(found).toMatchObject({ typed: 'dit', place: { ...rangeOf('dit oui'), end: rangeOf('dit oui').start + 3 } })
    expect(found.paragraph).toBe(2)
    expect(wordsTyped('dit', { text: TEXT, near: rangeOf('Le 👩') }).paragraph).toBe(1)
    expect(wordsTyped('dit', { text: TEXT, near }).id).not.toBe(found.id)
  })

  test('that stand nowhere are lost, and nothing typed is not', () => {
    const text = { text: TEXT, near: rangeOf('Le 👩') }
    const lost = wordsTyped('jamais écrit', text)
    const drafts = [{ ...newHop(), sourceWords: lost, cueWords: wordsTyped('  ', text) }, newHop()]
    expect(lost.place).toBeNull()
    expect(lostWords(drafts)).toEqual([lost])
  })

  test('that are selected are those at that very place', () => {
    const range = rangeOf('dit non', TEXT.indexOf('Il'))
    expect(wordsSelected(range, { text: TEXT })).toMatchObject({
      typed: 'dit non',
      place: { ...range, exact: 'dit non' },
      paragraph: 2,
    })
  })
})

describe('a proposed chain in the form', () => {
  test('takes the desk’s own sources, and makes others when it is saved', () => {
    expect(sourceDraftOf(voice({ id: 'known', role: 'maire' }))).toEqual({
      ...{ id: 'known', kind: 'PERSON', name: 'Mme Martin', role: 'maire' },
    })
    const fresh = sourceDraftOf(voice({ issuer: voice({ kind: 'ORGANISATION', name: 'Mairie' }) }))
    expect(fresh.fresh).toMatchObject({ byHand: false, other: null, parent: { name: 'Mairie', kind: 'ORGANISATION' } })
  })

  test('keeps what was read of each hop, with its words', () => {
    const sourceWords = { ...rangeOf('Mme Martin'), exact: 'Mme Martin' }
    const proposed = { hops: [hop({ sourceWords, cueWords: { ...rangeOf('Selon'), exact: 'Selon' } })] }
    const [draft] = draftOfProposal(proposed, { text: TEXT })
    expect(draft).toMatchObject({
      ...{ speechAct: 'CLAIMED', reading: 'INFERRED' },
      source: { name: 'Mme Martin' },
      sourceWords: { typed: 'Mme Martin', paragraph: 2 },
      cueWords: { typed: 'Selon' },
    })
    // Of a text that is not at hand: as they were read there.
    const [elsewhere] = draftOfProposal(proposed, null)
    expect(elsewhere?.sourceWords).toMatchObject({ typed: 'Mme Martin', place: sourceWords, paragraph: null })
  })

  test('a source that stands in several places is made once, after its parent', () => {
    const ministry = voice({ kind: 'ORGANISATION', name: 'Ministère' })
    const spokesman = voice({
      kind: 'UNNAMED_IN_TEXT',
      name: 'un porte-parole',
      role: 'porte-parole',
      issuer: ministry,
    })
    const drafts = draftOfProposal(
      { hops: [hop({ source: spokesman }), hop({ source: ministry, affiliation: ministry })] },
      { text: TEXT },
    )
    const made = newSourcesOf(drafts)
    expect(made.map(({ name }) => name)).toEqual(['Ministère', 'un porte-parole'])
    expect(made[1]).toMatchObject({ kind: 'UNNAMED_IN_TEXT', role: 'porte-parole', parentId: made[0]?.id })
    expect(drafts[0]?.source?.fresh?.parent?.id).toBe(drafts[1]?.source?.id)
  })
})

describe('what is sent of a hop', () => {
  const made = (facts: Partial<NonNullable<HopDraft['source']>>): HopDraft => ({
    ...newHop(),
    source: {
      ...{ id: 'made', kind: 'ORGANISATION', name: 'Mairie', role: 'maire' },
      fresh: { parent: sourceDraftOf(voice({})), byHand: true, candidates: [], other: null },
      ...facts,
    },
  })

  test('is nothing that was entered for another kind of source', () => {
    expect(newSourcesOf([made({})])).toEqual([
      { id: 'made', kind: 'ORGANISATION', name: 'Mairie', aliases: [], role: null, parentId: null },
    ])
  })

  test('is a name told apart by words of a person, findable by the bare one; and never a confidential source', () => {
    const apart = { parent: null, byHand: true, candidates: [], other: ' de Lyon ' }
    expect(newSourcesOf([made({ fresh: apart })])).toMatchObject([{ name: 'Mairie (de Lyon)', aliases: ['Mairie'] }])
    expect(newSourcesOf([made({ kind: 'CONFIDENTIAL' })])).toMatchObject([{ kind: 'UNNAMED_IN_TEXT' }])
  })

  test('is an empty source where there is none, words only where they stand, and the day', () => {
    const words = wordsSelected(rangeOf('Selon'), { text: TEXT })
    const input = hopInputOf({
      ...newHop(),
      sourceWords: wordsTyped('jamais écrit', { text: TEXT, near: rangeOf('Selon') }),
      cueWords: words,
      said: { ...draftOf(null), precision: 'DAY', day: '2021-08-26' },
    })
    expect(input).toMatchObject({ sourceId: '', affiliationId: null, onBehalfOfId: null, sourceWords: null })
    expect(input.cueWords).toEqual({ id: words.id, ...rangeOf('Selon'), exact: 'Selon' })
    expect(input.said).toMatchObject({ precision: 'DAY', earliest: '2021-08-26' })
  })
})

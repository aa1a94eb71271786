import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorAll } from './anchor-all'
import type { StoredSpan } from './anchor-candidates'
import { codePointLength, sliceCodePoints } from './code-points'
import { normaliseText } from './normalise'
import { spanAt } from './span'

const seed = (name: string) =>
  normaliseText(readFileSync(new URL(`../../seeds/articles/${name}.txt`, import.meta.url), 'utf8'))
const first = seed('000_a56745d9376cc117')
const second = seed('004_b86df3bf2438e070')

function spanOf(text: string, words: string, nth = 0) {
  let from = text.indexOf(words)
  for (let at = 0; at < nth; at++) from = text.indexOf(words, from + 1)
  const start = codePointLength(text.slice(0, from))
  const found = spanAt(text, start, start + codePointLength(words))
  if (!found.ok) throw new Error(`no span on "${words}"`)
  return found.span
}

const anchorOne = (span: StoredSpan, before: string, after: string) => {
  const [found] = anchorAll([span], before, after)
  if (!found) throw new Error('nothing was answered')
  return found
}

/** Where a quote of the old text is in the new one, with the words that stand there. */
function follow(text: string, words: string, changed: string, nth = 0) {
  const span = spanOf(text, words, nth)
  const anchoring = anchorOne(span, text, changed)
  const place = 'start' in anchoring ? anchoring : null
  return { anchoring, outcome: anchoring.outcome, words: place && sliceCodePoints(changed, place.start, place.end) }
}

describe('exact', () => {
  test('an untouched sentence in a text that changed elsewhere, behind an emoji', () => {
    const changed = `👩‍👩‍👧 Mise à jour.\n\n${first.replace('hier', 'jeudi')}`
    expect(follow(first, 'marines américains', changed)).toMatchObject({
      outcome: 'exact',
      words: 'marines américains',
    })
    expect(follow(first, '170', changed)).toMatchObject({ outcome: 'exact', words: '170' })
  })

  test('one side changed, the other vouches', () => {
    const changed = first.replace('est passé à 170', 'est monté, dit-on, à 170')
    const quote = '170 – avec des marines américains'
    expect(follow(first, quote, changed)).toMatchObject({ outcome: 'exact', words: quote })
    expect(follow(first, '170', changed)).toMatchObject({ outcome: 'exact', words: '170' })
    // "ancien" in "ancien responsable du Pentagone" is there twice: the other is not this one.
    const gone = follow(first, 'ancien', first.replace('Un ancien responsable', 'Un responsable'))
    expect(gone).toMatchObject({ outcome: 'orphaned' })
  })

  test('one of several, told by the words around it', () => {
    const changed = first.replace('Un ancien responsable', 'Hier, un ancien responsable')
    for (const nth of [0, 1, 2, 3]) {
      const { anchoring, words } = follow(first, 'ISIS-K', changed, nth)
      expect(words).toBe('ISIS-K')
      const before = spanOf(changed, 'ISIS-K', nth)
      expect(anchoring).toMatchObject({ outcome: 'exact', start: before.start })
    }
  })

  test('any quote of a text is found in that text where it is, or among equals', () => {
    const length = codePointLength(second)
    fc.assert(
      fc.property(fc.nat(length - 1), fc.integer({ min: 1, max: 300 }), (start, extent) => {
        const found = spanAt(second, start, Math.min(length, start + extent))
        if (!found.ok) return
        expect(anchorOne(found.span, second, second)).toEqual({
          outcome: 'exact',
          start: found.span.start,
          end: found.span.end,
        })
      }),
      { numRuns: 60 },
    )
  })
})

describe('moved, for a person to confirm', () => {
  test('the words changed a little', () => {
    const changed = first.replace('complotait pour renverser les talibans', 'complotait afin de renverser les talibans')
    const quote = 'ISIS-K complotait pour renverser les talibans et prendre le contrôle de l’Afghanistan'
    expect(follow(first, quote, changed)).toMatchObject({
      outcome: 'moved',
      words: quote.replace('pour', 'afin de'),
    })
  })

  test('the very words elsewhere', () => {
    const quote = 'Les militants de l’Etat islamique représentent désormais un défi de sécurité majeur'
    const changed = `${quote}, dit-on ailleurs.\n\n${second}`
    expect(follow(first, quote, changed)).toMatchObject({
      outcome: 'moved',
      words: quote,
      anchoring: { similarity: 1 },
    })
  })

  test('what is reported as similarity is never below 0.8, and whole graphemes are given', () => {
    const text = `Avant. ${'Le drapeau 🇫🇷 flotte sur la ville de Kaboul depuis hier'}. Après.`
    const changed = 'Avant. Le drapeau 🇩🇪 flotte sur la ville de Kaboul depuis hier. Après.'
    const { anchoring, words } = follow(text, '🇫🇷 flotte sur la ville', changed)
    expect(anchoring).toMatchObject({ outcome: 'moved' })
    expect(words).toBe('🇩🇪 flotte sur la ville')
  })
})

describe('ambiguous, for a person to choose', () => {
  test('the same words twice in the same surroundings', () => {
    const refrain = 'Le porte-parole a démenti. Sept hommes sont en fuite. Le ministère se tait. '
    const { anchoring } = follow(
      `Titre. ${refrain}`,
      'Sept hommes sont en fuite',
      `Autre chose. ${refrain}${refrain}${refrain}`,
    )
    expect(anchoring).toMatchObject({ outcome: 'ambiguous' })
    expect('candidates' in anchoring && anchoring.candidates.length).toBe(3)
  })

  test('a long quote twice, both elsewhere', () => {
    const quote = 'sept kamikazes sont toujours en fuite'
    const { outcome } = follow(
      `Hier encore, ${quote}, selon Londres.`,
      quote,
      `A dit : ${quote} ! Et B aussi : ${quote} ?`,
    )
    expect(outcome).toBe('ambiguous')
  })
})

describe('orphaned', () => {
  test('a deleted sentence, though its text lives on', () => {
    const quote = 'L’attaque de l’aéroport de Kaboul a suscité une alliance étrange et informelle'
    expect(follow(first, quote, first.replace(quote, '')).outcome).toBe('orphaned')
  })

  test('a short word whose sentence is gone, though the word occurs elsewhere', () => {
    expect(follow('Le bilan est de 170 morts à Kaboul.', '170', 'On compte à Herat 170 écoles fermées.').outcome).toBe(
      'orphaned',
    )
  })

  test('no deleted sentence of a seed is attached to other words by itself', () => {
    for (const text of [first, second]) {
      for (const sentence of text.split(/(?<=[.”])\s+/).filter((words) => words.length > 20)) {
        const { outcome } = follow(text, sentence, text.replace(sentence, ''))
        expect(outcome, sentence).toBe('orphaned')
      }
    }
  })

  test('another text altogether, an empty one, and a letter of which there are thousands', () => {
    expect(follow(first, 'On pense que les ennemis de longue date coopèrent', second).outcome).toBe('orphaned')
    expect(anchorOne(spanOf(first, 'ISIS-K'), first, '').outcome).toBe('orphaned')
    expect(follow('un b a c', 'a', 'a'.repeat(5000)).outcome).toBe('orphaned')
  })
})

describe('whatever the texts are', () => {
  const words = fc.array(
    fc.constantFrom('sept', 'morts', 'à', 'Kaboul', 'dit', 'le', '👩‍👩‍👧', 'é', '170', '.', '\n\n'),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(8), fc.constantFrom('', 'sept ', 'le 170 ', 'Autre chose. ')), {
    maxLength: 5,
  })
  const edited = (text: string, changes: readonly (readonly [number, number, string])[]) => {
    let points = [...text]
    for (const [at, length, by] of changes) {
      const from = at % (points.length + 1)
      points = [...points.slice(0, from), ...by, ...points.slice(from + length)]
    }
    return normaliseText(points.join(''))
  }

  test('a passage is on its very words, or on words like them that a person is asked about, or said not to be found', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.integer({ min: 1, max: 30 }), edits, (parts, at, extent, changes) => {
        const before = normaliseText(parts.join(' '))
        const length = codePointLength(before)
        const found = spanAt(before, at % Math.max(1, length), Math.min(length, (at % Math.max(1, length)) + extent))
        if (!found.ok) return
        const after = edited(before, changes)
        const anchoring = anchorOne(found.span, before, after)
        const wordsAt = (place: { start: number; end: number }) => sliceCodePoints(after, place.start, place.end)
        if (anchoring.outcome === 'exact') expect(wordsAt(anchoring)).toBe(found.span.exact)
        if (anchoring.outcome === 'moved') expect(anchoring.similarity).toBeGreaterThanOrEqual(0.8)
        if (anchoring.outcome === 'ambiguous') expect(anchoring.candidates.length).toBeGreaterThan(1)
        for (const place of anchoring.outcome === 'ambiguous' ? anchoring.candidates : [])
          expect(wordsAt(place).trim()).not.toBe('')
      }),
      { numRuns: 400 },
    )
  })

  test('through any number of new texts, what is carried by itself keeps its words', () => {
    fc.assert(
      fc.property(words, fc.array(edits, { maxLength: 5 }), fc.nat(), (parts, versions, at) => {
        let text = normaliseText(parts.join(' '))
        const start = at % Math.max(1, codePointLength(text))
        const made = spanAt(text, start, Math.min(codePointLength(text), start + 9))
        if (!made.ok) return
        let span: StoredSpan = made.span
        for (const changes of versions) {
          const next = edited(text, changes)
          if (next === '') return
          const anchoring = anchorOne(span, text, next)
          // From here on a person is asked.
          if (anchoring.outcome !== 'exact') return
          const there = spanAt(next, anchoring.start, anchoring.end)
          expect(there.ok && there.span.exact).toBe(made.span.exact)
          if (!there.ok) return
          span = there.span
          text = next
        }
      }),
      { numRuns: 300 },
    )
  })
})

test('500 passages of 100,000 characters are found again within seconds, in a text that is edited and in another', () => {
  const sentence = (at: number) => `La phrase numéro ${at} parle de la ville ${at * 7}, dit le témoin ${at % 13}. `
  const sentences = Array.from({ length: 1600 }, (_, at) => sentence(at))
  const before = sentences.join('')
  const spans = Array.from({ length: 500 }, (_, at) => spanOf(before, sentence(at * 3).trim()))
  const after = sentences.map((words, at) => (at % 50 === 0 ? words.replace('parle', 'traite') : words)).join('')
  const found = anchorAll(spans, before, after)
  expect(found.filter(({ outcome }) => outcome === 'exact')).toHaveLength(490)
  expect(found.filter(({ outcome }) => outcome === 'moved')).toHaveLength(10)
  const other = Array.from({ length: 2500 }, (_, at) => `Rien de tel au chapitre ${at}, verset ${at * 3}. `).join('')
  expect(new Set(anchorAll(spans, before, other).map(({ outcome }) => outcome))).toEqual(new Set(['orphaned']))
}, 20_000)

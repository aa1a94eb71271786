import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorExactly, reanchor } from './anchor'
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

/** Where a quote of the old text is in the new one, with the words that stand there. */
function follow(text: string, words: string, changed: string, nth = 0) {
  const span = spanOf(text, words, nth)
  const anchoring = reanchor(span, changed)
  const { outcome, ...range } = anchoring
  expect(anchorExactly(span, changed)).toEqual(outcome === 'exact' ? range : null)
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
    // A short one could be another: "ancien" in "ancien responsable du Pentagone" is there twice.
    expect(follow(first, '170', changed)).toMatchObject({ outcome: 'moved', words: '170' })
    const gone = follow(first, 'ancien', first.replace('Un ancien responsable', 'Un responsable'))
    expect(gone).toMatchObject({ outcome: 'moved' })
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
        expect(reanchor(found.span, second)).toEqual({ outcome: 'exact', start: found.span.start, end: found.span.end })
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
    expect(reanchor(spanOf(first, 'ISIS-K'), '').outcome).toBe('orphaned')
    expect(follow('un b a c', 'a', 'a'.repeat(5000)).outcome).toBe('orphaned')
  })
})

test('twenty quotes that are gone from 100,000 characters are given up within seconds', () => {
  const filler = Array.from({ length: 2200 }, (_, at) => `La phrase numéro ${at} parle de la ville ${at * 7}. `).join(
    '',
  )
  const span = spanOf(first, 'ISIS-K complotait pour renverser les talibans et prendre le contrôle')
  for (let at = 0; at < 20; at++) expect(reanchor(span, filler)).toEqual({ outcome: 'orphaned' })
})

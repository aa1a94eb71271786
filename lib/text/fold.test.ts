import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printsOf } from './fingerprint'
import { foldPlaces, foldText } from './fold'
import { foldedWords } from './folded-words'
import { nearVerbatim } from './near-verbatim'

const SENTENCE =
  'Le ministère de la Défense a confirmé vendredi la mort de vingt-quatre soldats dans l’explosion survenue près de l’aéroport.'
const ARABIC = 'أعلنت وزارة الدفاع الأمريكية مقتل 13 جنديا في انفجار مطار كابول يوم الخميس.'
const between = (text: string, sign: string) => text.replace(/(?<=\p{L})(?=\p{L})/gu, sign)

// One sentence, and how else it comes in.
const DISGUISES: readonly (readonly [string, string, string])[] = [
  ['soft hyphens', SENTENCE, between(SENTENCE, '\u00ad')],
  ['zero-width spaces', SENTENCE, between(SENTENCE, '\u200b')],
  ['joiners, word joiners, byte order marks', SENTENCE, between(SENTENCE, '\u200c\u200d\u2060\ufeff')],
  ['marks of direction', SENTENCE, `\u202e${SENTENCE.replaceAll(' ', ' \u200e')}\u202c\u2066\u2069`],
  ['variation selectors and tags', SENTENCE, between(SENTENCE, '\ufe0f\u{e0041}')],
  ['accents taken apart', SENTENCE, SENTENCE.normalize('NFD')],
  ['no accents', SENTENCE, SENTENCE.normalize('NFD').replace(/\p{M}/gu, '')],
  ['capitals', SENTENCE, SENTENCE.toUpperCase()],
  ['full width', SENTENCE, SENTENCE.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))],
  ['straight apostrophes and other dashes', SENTENCE, SENTENCE.replaceAll('’', "'").replaceAll('-', '‑')],
  ['primes and accents for apostrophes', SENTENCE, SENTENCE.replace('’', '´').replace('’', '′')],
  [
    'entities',
    SENTENCE,
    SENTENCE.replaceAll('é', '&eacute;')
      .replaceAll('è', '&#232;')
      .replaceAll('’', '&#x2019;')
      .replaceAll(' ', '&nbsp;'),
  ],
  ['entities encoded twice', SENTENCE, SENTENCE.replaceAll('é', '&amp;eacute;')],
  [
    'lines of a PDF',
    SENTENCE,
    'Le minis-\ntère de la Dé-\nfense a confir\u00ad\nmé vendredi la mort de vingt-\nquatre sol‐ \n dats dans\nl’explosion surve-\nnue près de l’aéroport.',
  ],
  [
    'ligatures',
    'Un officier affirme que la flotte finit la manœuvre et la œuvre.',
    'Un oﬀicier aﬃrme que la ﬂotte ﬁnit la manoeuvre et la oeuvre.',
  ],
  [
    'letters that come apart in no other way',
    'Łukasz Øre et Straße en İstanbul ou ıstanbul, Đorđe',
    'Lukasz Ore et STRASSE en Istanbul ou ISTANBUL, Dorde',
  ],
  ['Arabic vowels', ARABIC, between(ARABIC, '\u064e')],
  ['Arabic strokes', ARABIC, between(ARABIC, '\u0640')],
  ['Arabic presentation forms', 'محمد ﷺ في', 'ﻣﺤﻤﺪ صلى الله عليه وسلم ﻓﻲ'],
  ['Arabic digits, and letters of a Persian keyboard', 'كتاب على ١٣', 'کتاب علی 13'],
  ['Hebrew points', 'שלום עליכם', 'שָׁלוֹם עֲלֵיכֶם'],
  ['half-width katakana', 'ガーナ', 'ｶﾞｰﾅ'],
  ['circled, raised and mathematical letters', '12 m2 Paris', '⑫ m² 𝐏𝐚𝐫𝐢𝐬'],
]

describe('one folding', () => {
  test.each(DISGUISES)('sees through %s', (_, plain, disguised) => {
    expect(disguised).not.toBe(plain)
    expect(foldedWords(disguised)).toEqual(foldedWords(plain))
    expect(printsOf(disguised)).toEqual(printsOf(plain))
    if (plain.length > 40) expect(nearVerbatim(plain, disguised)).toBe(1)
  })

  test.each([
    ['ガ', 'カ'],
    ['มา', 'ม้า'],
    ['नई', 'नी'],
    ['한', '하'],
    ['Monde', 'Mondes'],
    ['AT&T', 'ATT'],
    ['1,5', '15'],
    ['porte-parole', 'porte parole'],
  ])('keeps %s from %s', (one, other) => expect(foldText(one)).not.toBe(foldText(other)))

  test('what no folding touches is not touched', () => {
    expect(foldText('a & b &unknown; &#0; &#xd800; &#1114112;')).toBe('a & b &unknown; &#0; &#xd800; &#1114112;')
    expect(foldText('Saint-\nDenis et vice-\nprésident')).toBe('saint- denis et vice-president')
  })

  const piece = fc.constantFrom(
    ...['é', 'e\u0301', '\u00ad', '\u200d', 'œ', 'ﬁ', 'İ', '&eacute;', '&amp;', '&', ';', '-\n', '\n', ' ', '\u00a0'],
    ...[
      '\u0301',
      "'",
      '’',
      '"',
      '«',
      '👨‍👩‍👧',
      '한',
      '\u1112\u1161\u11ab',
      'ｶ',
      'ﾞ',
      'か\u3099',
      'ß',
      'Σ',
      'ﷺ',
      'a',
      'B',
      '…',
      '½',
    ],
  )
  const strings = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))

  test('places are those of the same folding, in order, and within the text', () => {
    fc.assert(
      fc.property(strings, (text) => {
        const { folded, starts, ends } = foldPlaces(text)
        expect(folded).toBe(foldText(text))
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length])
        expect(starts.every((start, at) => start >= (starts[at - 1] ?? 0) && start < (ends[at] ?? 0))).toBe(true)
        expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  test('where words stand in the stored text is known', () => {
    const text = 'Le mi\u00adnis\u00adtère de la Dé-\nfense, tu&eacute;s'
    const { folded, starts, ends } = foldPlaces(text)
    const placed = (words: string) => {
      const at = folded.indexOf(words)
      return text.slice(starts[at], ends[at + words.length - 1])
    }
    expect(placed('ministere')).toBe('mi\u00adnis\u00adtère')
    expect(placed('defense')).toBe('Dé-\nfense')
    expect(placed('tues')).toBe('tu&eacute;s')
  })
})

test('a Chinese sentence has prints, and its copy is near-verbatim', () => {
  const chinese = '国防部证实，机场发生的爆炸中有十三名士兵死亡，另有六十名平民遇难。'
  expect(printsOf(chinese).length).toBeGreaterThan(4)
  expect(printsOf(`据报道，${chinese}`)).toEqual(expect.arrayContaining(printsOf(chinese).slice(1, 4)))
  expect(nearVerbatim(chinese, `据报道，${chinese}`)).toBe(1)
  expect(nearVerbatim(chinese, '总统星期二在首都会见了外国记者，并回答了有关经济和选举的问题。')).toBeLessThan(0.5)
})

import { describe, expect, it } from 'vitest'
import { bareWording } from '@/lib/attributions/bare-wording'
import { indexText } from '@/lib/text/code-points'

/** The wording that is proposed for these words of a text, which has them once. */
function wordingOf(text: string, words: string, language = 'fr') {
  const at = text.indexOf(words)
  expect(at).toBeGreaterThanOrEqual(0)
  const index = indexText(text)
  const place = { start: index.toCodePoint(at), end: index.toCodePoint(at + words.length) }
  return bareWording(text, language, place)
}

describe('what is claimed, without who says so', () => {
  it.each([
    ['Selon un rapport, sept terroristes errent à Kaboul.', 'sept terroristes', 'Sept terroristes errent à Kaboul.'],
    [
      'Sept terroristes errent toujours à Kaboul, selon un rapport des services de renseignement américains.',
      'Sept terroristes',
      'Sept terroristes errent toujours à Kaboul.',
    ],
    [
      'Selon M. Mallick, les services de renseignement américains affirment que sept terroristes sont en fuite.',
      'sept terroristes sont en fuite',
      'Sept terroristes sont en fuite.',
    ],
    [
      'S’adressant à RT, Michael Maloof a déclaré que ISIS-K envoyait un message aux talibans.',
      'ISIS-K envoyait un message',
      'ISIS-K envoyait un message aux talibans.',
    ],
    [
      'Anas Mallick, journaliste sur le terrain pour WION, a déclaré mardi que la menace était dirigée contre les hôtels.',
      'la menace',
      'La menace était dirigée contre les hôtels.',
    ],
    [
      'Treize soldats ont été tués hier, a annoncé le Pentagone.',
      'Treize soldats',
      'Treize soldats ont été tués hier.',
    ],
    ['🕊 Un mot. Selon le maire, l’été fut calme.', 'l’été fut calme', 'L’été fut calme.'],
  ])('%s', (text, words, wording) => expect(wordingOf(text, words)).toBe(wording))

  it.each([
    [
      'According to the Pentagon, 13 service members were killed.',
      '13 service members',
      '13 service members were killed.',
    ],
    ['The ministry said on Tuesday that the gate was closed.', 'the gate was closed', 'The gate was closed.'],
  ])('%s', (text, words, wording) => expect(wordingOf(text, words, 'en')).toBe(wording))

  it.each([
    ['nobody is cited', 'Le nombre de morts est passé à 170.', '170'],
    ['a quotation keeps its words', 'Le maire a déclaré : « La porte est fermée. »', 'La porte est fermée'],
    ['a denial states nothing', 'Le porte-parole a nié que la porte soit fermée.', 'la porte soit fermée'],
    ['the passage is who speaks', 'Michael Maloof a déclaré que ISIS-K envoyait un message.', 'Michael Maloof'],
    [
      'something else stands before',
      'La ville est calme et le maire a dit que la porte est fermée.',
      'la porte est fermée',
    ],
    ['two sentences', 'Selon un rapport, sept errent. On les cherche.', 'sept errent. On les cherche'],
  ])('proposes nothing where %s', (_, text, words) => expect(wordingOf(text, words)).toBeNull())
})

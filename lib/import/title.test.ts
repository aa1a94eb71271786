import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codePointLength } from '@/lib/text/code-points'
import { normaliseText } from '@/lib/text/normalise'
import { readHeader } from './header'
import { deriveTitle } from './title'

const seed = (name: string) =>
  normaliseText(readHeader(readFileSync(new URL(`../../seeds/articles/${name}.txt`, import.meta.url), 'utf8')).body)

describe('a title from the first sentence', () => {
  test.each([
    [
      '000_a56745d9376cc117',
      'Un ancien responsable du Pentagone a averti que ISIS-K complotait pour renverser les talibans…',
    ],
    [
      '004_b86df3bf2438e070',
      'Sept terroristes de l’Etat islamique, considérés comme des kamikazes, errent toujours à Kaboul…',
    ],
  ])('of seed %s', (name, title) => {
    expect(deriveTitle(seed(name), 'fr')).toBe(title)
  })

  test.each([
    [
      'without the full stop',
      'Selon M. Mallick, sept hommes fuient. Puis ils partent.',
      'Selon M. Mallick, sept hommes fuient',
    ],
    ['with another mark', 'Qui a tué ?\n\nOn ne sait.', 'Qui a tué ?'],
    ['with an abbreviation at its end', 'They met in the U.S.', 'They met in the U.S.'],
    ['a heading', '  KABOUL 😀\n\nUn texte.', 'KABOUL 😀'],
    ['over two lines', 'Le nombre de morts\nde l’attaque', 'Le nombre de morts de l’attaque'],
    ['within quotation marks', '“Ils ont fui.” dit-il. Fin.', '“Ils ont fui.” dit-il'],
    ['that is a quotation', '« Ils ont fui. »', 'Ils ont fui'],
    ['that nothing closes', '“Ils ont fui. Et puis.', 'Ils ont fui'],
    ['in words, not in smileys', '😀😀 !\n\n🎉 ! Un texte. Fin.', 'Un texte'],
    ['of nothing', ' \n ', ''],
  ])('%s', (_, text, title) => {
    expect(deriveTitle(text, 'fr')).toBe(title)
  })

  test('is never longer than 111 characters nor ends in half a character', () => {
    for (const text of [
      'mot '.repeat(100),
      'x'.repeat(500),
      '👩‍👩‍👧'.repeat(100),
      `${'a, '.repeat(10)}${'é'.repeat(300)}`,
    ]) {
      const title = deriveTitle(text, 'fr')
      expect(codePointLength(title)).toBeLessThanOrEqual(111)
      expect(title).toMatch(/…$/)
      expect(text.replace(/\s+/g, ' ').startsWith(title.slice(0, -1))).toBe(true)
    }
    expect(deriveTitle('👩‍👩‍👧'.repeat(100), 'fr')).toBe(`${'👩‍👩‍👧'.repeat(22)}…`)
  })

  test('does not stop at a small word', () => {
    const text =
      'Les responsables du gouvernement américain affirment depuis plusieurs longues semaines maintenant avoir vu le grand départ'
    expect(deriveTitle(text, 'fr')).toBe(
      'Les responsables du gouvernement américain affirment depuis plusieurs longues semaines maintenant avoir vu…',
    )
  })
})

import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { AS_PROPOSED } from './choices'
import { damagedPlaces } from './doubtful'
import { mendMojibake } from './mojibake'
import { readReceived } from './received'

const SAID = 'Kaboul – « Treize soldats ont été tués », a déclaré l’armée. L’œuvre coûte 3 € à l’état.'
const misread = (text: string, as: string) => iconv.decode(Buffer.from(text, 'utf8'), as)

describe('a text that was misread on its way', () => {
  test.each(['windows-1252', 'macintosh', 'cp850'])('as %s is recognised and what it was', (as) => {
    expect(mendMojibake(misread(SAID, as).replaceAll('Ã\u00a0', 'Ã '))?.text).toBe(SAID)
  })

  test('twice over, and in Russian', () => {
    expect(mendMojibake(misread(misread('frappé à mort', 'windows-1252'), 'windows-1252'))?.text).toBe('frappé à mort')
    expect(mendMojibake(misread('Тринадцать солдат', 'windows-1251'))?.text).toBe('Тринадцать солдат')
  })

  test('twice over where the first half of it looks no better yet', () => {
    const twice = misread(misread(SAID, 'windows-1252'), 'windows-1252')
    expect(mendMojibake(twice)?.text).toBe(SAID)
  })

  test('also an "à" at the very beginning, whose no-break space became a plain one', () => {
    expect(mendMojibake('Ã  Kaboul, il a Ã©tÃ© vu.')?.text).toBe('à Kaboul, il a été vu.')
  })

  test.each([
    'SÃO PAULO, NÃO É ASSIM. A UNIÃO E AS NAÇÕES À ESPERA DE CORAÇÕES.',
    'VIỆT NAM ĐÃ ĐẾN HÀ NỘI. ÂU CHÂU À. Tôi là người Việt, Ân, Ã.',
    'ELLE A ÉTÉ TUÉE À “KABOUL”, ÂGÉE DE 30 ANS',
    'Un texte « sain » à Noël : ÉTÉ, Ångström.',
    'L’été, l’île, l’œuvre',
    'Русский текст: РС-232',
    'plain',
    '',
  ])('%j was not', (text) => {
    expect(mendMojibake(text)).toBeNull()
  })

  test('is mended when a person says so, and not before', () => {
    const bytes = new TextEncoder().encode(misread(SAID, 'windows-1252'))
    const read = readReceived(bytes, AS_PROPOSED)
    expect(read.text).toBe(misread(SAID, 'windows-1252'))
    expect(read.mojibake).toMatchObject({
      mended: false,
      words: expect.arrayContaining([{ before: 'Ã©tÃ©', after: 'été' }]),
    })
    expect(readReceived(bytes, { ...AS_PROPOSED, mend: true })).toMatchObject({
      text: SAID,
      mojibake: { mended: true },
    })
  })
})

test('damaged places are named by their lines and the words around', () => {
  expect(damagedPlaces('Un texte.\nIl a �t� vu.\n��')).toEqual([
    { line: 2, before: 'Il a ', after: 't� vu.' },
    { line: 2, before: 'Il a �t', after: ' vu.' },
    { line: 3, before: '', after: '' },
  ])
})

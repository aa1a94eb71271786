import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumbers } from '@/lib/figures/number-words'

const FR = 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ')
const FR_TENS = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
]
const EN =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const EN_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

function french(number: number): string {
  if (number < 17) return FR[number] ?? ''
  if (number < 20) return `dix-${FR[number - 10]}`
  if (number < 100) {
    const ten = Math.floor(number / 10)
    const rest = number - (ten === 7 || ten === 9 ? ten - 1 : ten) * 10
    if (rest === 0) return ten === 8 ? 'quatre-vingts' : (FR_TENS[ten] ?? '')
    const and = (rest === 1 || rest === 11) && ten < 8 ? ' et ' : '-'
    return `${FR_TENS[ten]}${and}${french(rest)}`
  }
  const [unit, name] = number < 1000 ? [100, 'cent'] : [1000, 'mille']
  const [times, rest] = [Math.floor(number / unit), number % unit]
  const head = times === 1 ? name : `${french(times)} ${name}${unit === 100 && rest === 0 ? 's' : ''}`
  return rest === 0 ? head : `${head} ${french(rest)}`
}

function english(number: number, and: string): string {
  if (number < 20) return EN[number] ?? ''
  if (number < 100)
    return [EN_TENS[Math.floor(number / 10)], number % 10 ? EN[number % 10] : ''].filter(Boolean).join('-')
  const [unit, name] = number < 1000 ? [100, 'hundred'] : [1000, 'thousand']
  const [times, rest] = [Math.floor(number / unit), number % unit]
  const head = `${english(times, and)} ${name}`
  return rest === 0 ? head : `${head} ${rest < 100 ? and : ''}${english(rest, and)}`
}

const values = (text: string) => findNumbers(text).map(({ value }) => value)

describe('findNumbers', () => {
  it('reads back every number from 0 to 9999 in French and in English words', () => {
    const formats = ['fr', 'en'].map((locale) => new Intl.NumberFormat(locale))
    const wrong: string[] = []
    for (let number = 0; number <= 9999; number += 1) {
      const words = [french(number), english(number, ''), english(number, 'and '), String(number)]
      for (const text of [...words, ...formats.map((format) => format.format(number))])
        if (values(text).join() !== String(number)) wrong.push(text)
    }
    expect(wrong).toEqual([])
  })

  it.each<[string, number[]]>([
    ['septante-sept', [77]],
    ['huitante et un', [81]],
    ['nonante-neuf', [99]],
    ['vingt-et-un', [21]],
    ['deux cents', [200]],
    ['1 000', [1000]],
    ['1\u202f000', [1000]],
    ['1\u00a0000\u00a0000', [1_000_000]],
    ['1,5 million', [1_500_000]],
    ['1.5 million', [1_500_000]],
    ['13 mille', [13_000]],
    ['deux millions trois cent mille', [2_300_000]],
    ['two million, three', [2_000_000, 3]],
    ['treize et quatorze', [13, 14]],
    ['treize, quatorze', [13, 14]],
    ['three and four', [3, 4]],
    ['une centaine', [100]],
    ['a dozen', [12]],
    ['deux douzaines', [24]],
    ['deux dizaines', [20]],
    ['une demi-douzaine', [6]],
    ['half a dozen', [6]],
    ['des dizaines de milliers', [10_000]],
    ['hundreds of thousands', [100_000]],
    ['plusieurs centaines', [100]],
    ['MORTS', []],
  ])('%j', (text, expected) => expect(values(text)).toEqual(expected))

  it('never throws, and says places within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { start, end } of findNumbers(text))
          expect(0 <= start && start < end && end <= text.length).toBe(true)
      }),
    )
  })
})

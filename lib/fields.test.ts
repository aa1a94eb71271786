import { describe, expect, test } from 'vitest'
import {
  moment,
  optionalDay,
  optionalText,
  optionalUrl,
  requiredName,
  requiredText,
  seenVersion,
  worldDate,
} from '@/lib/fields'
import { claimId } from '@/lib/ids'

const takes = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success

describe('a field', () => {
  test.each([
    ['2021-08-26', true],
    ['2024-02-29', true],
    ['2021-02-31', false],
    ['0000-01-01', false],
    ['2021-8-1', false],
    ['12021-01-01', false],
  ])('takes the day %s: %s', (day, taken) => {
    const parsed = optionalDay.safeParse(day)
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(taken ? undefined : ['invalidDate'])
  })

  test.each([
    ['2021-08-01', '2021-08-31', 'MONTH', true],
    ['2024-02-01', '2024-02-29', 'MONTH', true],
    ['2021-08-02', '2021-08-31', 'MONTH', false],
    ['2021-01-01', '2021-12-31', 'YEAR', true],
    ['2021-01-01', '2021-12-31', 'DAY', false],
    ['2021-08-26', '2021-08-26', 'DAY', true],
    ['2021-08-26', '2021-08-28', 'RANGE', true],
    ['2021-08-28', '2021-08-26', 'RANGE', false],
    ['', '', 'MONTH', false],
    ['0000-02-01', '0000-02-29', 'MONTH', false],
  ])('takes %s to %s as a %s: %s', (earliest, latest, precision, taken) => {
    expect(takes(worldDate, { earliest, latest, precision })).toBe(taken)
  })

  test('takes no moment that PostgreSQL or an ISO text cannot hold', () => {
    expect(takes(moment, '2021-08-26T12:00:00+04:30')).toBe(true)
    for (const at of ['0000-06-01T00:00:00Z', '9999-12-31T23:59:59-23:00', '2021-02-31T00:00:00Z'])
      expect(takes(moment, at)).toBe(false)
  })

  test('takes no version that PostgreSQL cannot count', () => {
    expect([1, 2 ** 31 - 1, 2 ** 31, 1.5, Number.NaN].map((version) => takes(seenVersion, version))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  test('loses what cannot be stored, and bounds a run of accents before it is put in order', () => {
    expect(requiredText(20).parse(' a\u0000b\ud800 ')).toBe('ab\ufffd')
    const joined = requiredText(200).parse(`a${'\u0301\u0316'.repeat(40)}`)
    expect(joined).toContain('\u034f')
  })

  test('of nothing that is seen is empty', () => {
    for (const blank of ['\u200b\u2060', '\u202e', '\u00ad \u3164']) {
      expect(
        requiredText(20)
          .safeParse(blank)
          .error?.issues.map(({ message }) => message),
      ).toEqual(['required'])
      expect(takes(requiredName(20), blank)).toBe(false)
      expect(optionalText(20).parse(blank)).toBeNull()
    }
  })

  test('of a name holds one line and nothing hidden', () => {
    expect(requiredName(40).parse(' Agence\u202e\nFrance\u200b-Presse ')).toBe('Agence France-Presse')
  })

  test.each([
    ['https://exemple.fr/a?b=c#d', undefined],
    ['https://exemple.fr/%E2%80%AEgpj.exe', undefined],
    ['https://пример.рф/статья', undefined],
    ['ftp://exemple.fr', 'invalidUrl'],
    ['javascript:alert(1)', 'invalidUrl'],
    ['https://', 'invalidUrl'],
    ['https://camille:secret@exemple.fr/', 'urlCredentials'],
    ['https://www.lemonde.fr@exemple.fr/', 'urlCredentials'],
    ['https://:secret@exemple.fr/', 'urlCredentials'],
    ['https://exemple.fr/\u202egpj.exe', 'urlInvisible'],
    ['https://exemple.fr/\u200ba', 'urlInvisible'],
    ['https://exemple.fr/a b', 'urlInvisible'],
  ])('takes the address %j: %s', (url, reason) => {
    const parsed = optionalUrl.safeParse(url)
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(reason && [reason])
  })

  test('takes an id in capitals for the same id', () => {
    const id = '01a1fdd2-0584-7239-8a3a-e34a29615551'
    expect(claimId.parse(id.toUpperCase())).toBe(id)
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readHeader } from './header'

const dateOf = (line: string) => readHeader(`${line}\n\nUn texte.`).date

describe('a header line', () => {
  test.each(['000_a56745d9376cc117', '004_b86df3bf2438e070'])(
    'of seed %s becomes its date and is no part of the text',
    (name) => {
      const received = readFileSync(new URL(`../../seeds/articles/${name}.txt`, import.meta.url), 'utf8')
      const { body, date } = readHeader(received)
      expect(date).toEqual({ verbatim: '2021-08', earliest: '2021-08-01', latest: '2021-08-31', precision: 'MONTH' })
      expect(received.endsWith(body)).toBe(true)
      expect(body).toMatch(/^(Un ancien|Sept terroristes)/)
    },
  )

  test.each([
    [' date 2021 in', '2021-01-01', '2021-12-31', 'YEAR'],
    [' date 2024-02', '2024-02-01', '2024-02-29', 'MONTH'],
    ['date 2023-02 in ', '2023-02-01', '2023-02-28', 'MONTH'],
    ['\ufeff date 2021-08-27 in\r', '2021-08-27', '2021-08-27', 'DAY'],
    ['\n date 2021-12-31', '2021-12-31', '2021-12-31', 'DAY'],
  ])('%j is from %s to %s', (line, earliest, latest, precision) => {
    expect(dateOf(line)).toMatchObject({ earliest, latest, precision })
    expect(readHeader(`${line}\n \n\nUn texte.\n`).body).toBe('Un texte.\n')
  })

  test.each([
    ' date 2021-13 in',
    ' date 2021-00',
    ' date 2021-02-30 in',
    ' date 2023-02-29',
    ' date 2021-08-00',
    ' date 0021',
    ' date 2021-8 in',
    ' date 2021-08 in Kaboul',
    ' date 2021-08 into',
    'update 2021',
    'Une date 2021',
    '',
  ])('%j is none, and stays', (line) => {
    const text = `${line}\n\nUn texte.`
    expect(readHeader(text)).toEqual({ body: text, date: null })
  })

  test('alone leaves nothing', () => {
    expect(readHeader(' date 2021-08 in')).toMatchObject({ body: '', date: { precision: 'MONTH' } })
    expect(readHeader('')).toEqual({ body: '', date: null })
  })
})

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { LONGEST_SPAN, seenRefusals, withWords } from '@/lib/articles/seen-words'
import { placeOf } from '@/seeds/builders'

const TEXT = 'Un 👩‍👩‍👧 é 𝒳, puis sept hommes.'
const keys = (place: { start: number; end: number; exact: string }, text = TEXT) =>
  seenRefusals(text, place).map(({ key }) => key)

describe('words as a person saw them', () => {
  const place = withWords(TEXT, placeOf(TEXT, 'puis'))

  test('are taken where they stand, and nowhere else', () => {
    expect(place.exact).toBe('puis')
    expect(keys(place)).toEqual([])
    expect(keys({ ...place, start: place.start + 1, end: place.end + 1 })).toEqual(['span.otherWords'])
    expect(keys({ ...place, exact: 'then' })).toEqual(['span.otherWords'])
    expect(keys({ ...place, exact: 'Puis' })).toEqual(['span.otherWords'])
    expect(keys({ ...place, end: 999 })).toEqual(['span.outside'])
  })

  test('of too long a passage are cut short, and it is refused as too long', () => {
    const text = 'mot '.repeat(LONGEST_SPAN)
    const all = withWords(text, { start: 0, end: text.length })
    expect(all.exact).toHaveLength(LONGEST_SPAN)
    expect(keys(all, text)).toEqual(['span.tooLong'])
  })
})

type Json = { [key: string]: unknown }
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** The parts of a JSON schema that are places of a text. */
function placesIn(value: unknown): Json[] {
  if (!isJson(value)) return []
  const own = isJson(value.properties) && 'start' in value.properties && 'end' in value.properties ? [value] : []
  return [...own, ...Object.values(value).flatMap(placesIn)]
}

test('every command that takes a place of a text takes the words that were seen there', async () => {
  const lib = join(import.meta.dirname, '..')
  const found: string[] = []
  for (const domain of readdirSync(lib).filter((name) => existsSync(join(lib, name, 'schema.ts')))) {
    const schemas: Record<string, unknown> = await import(/* @vite-ignore */ join(lib, domain, 'schema.ts'))
    for (const [name, schema] of Object.entries(schemas)) {
      if (!(schema instanceof z.ZodType)) continue
      const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
      for (const place of placesIn(json)) {
        found.push(`${domain} ${name}`)
        expect(place.required, `${domain} ${name}`).toContain('exact')
      }
    }
  }
  expect(new Set(found)).toEqual(
    new Set([
      'articles spanPlace',
      ...['markClaimInput', 'moveClaimInput'].map((name) => `claims ${name}`),
      ...['hopInput', 'chainInput', 'saveAttributionInput'].map((name) => `attributions ${name}`),
      ...['saveEvidenceInput', 'attributeEvidenceInput'].map((name) => `evidence ${name}`),
      'copies decideCopyInput',
      'versions takeAnchoringInput',
    ]),
  )
})

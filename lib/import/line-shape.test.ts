import { describe, expect, test } from 'vitest'
import { AS_PROPOSED } from './choices'
import { joinLines } from './join-lines'
import { readReceived } from './received'

const read = (text: string, choices: Partial<typeof AS_PROPOSED> = {}) =>
  readReceived(new TextEncoder().encode(text), { ...AS_PROPOSED, ...choices })

describe('paragraphs', () => {
  test('a line of no-break or zero-width characters is a blank line', () => {
    const text = 'Premier, treize morts.\n\u00a0 \nDeuxième, quinze blessés.\n\u200b\nTroisième, un disparu.'
    expect(read(text)).toMatchObject({
      paragraphs: 3,
      text: 'Premier, treize morts.\n\nDeuxième, quinze blessés.\n\nTroisième, un disparu.',
    })
  })

  test('lines that end as sentences do, without a blank one, are proposed as paragraphs, and can be kept', () => {
    const text =
      'Le ministre est parti.\n« Nous partirons », a dit le porte-parole.\nLes civils attendent.\nUn responsable parle.'
    expect(read(text)).toMatchObject({ paragraphs: 4, lines: { proposed: 'paragraphs', way: 'paragraphs' } })
    expect(read(text, { lines: 'kept' })).toMatchObject({ paragraphs: 1, text })
  })

  test.each([
    ['with blank lines', 'Un vers.\nUn autre.\n\nUne strophe.'],
    ['that go on', 'Le ministre est\nparti hier soir\nvers le sud.'],
    ['of one', 'Une seule.'],
  ])('lines %s stay', (_, text) => {
    expect(read(text)).toMatchObject({ text, lines: { proposed: 'kept' } })
  })
})

const PRINTED = `Le ministère de la Dé-
fense a confirmé mardi la mort de treize sol-
dats dans l’explosion surve-
nue à l’aéroport, selon un porte-parole.

                                        2

Le Quotidien du Soir — 27 août

Au moins soixante ci-
vils ont péri, dit un porte-
parole, et un vice-
président.`

describe('lines of a printed page', () => {
  test('are joined on request, with page number and running head left out, and the words shown', () => {
    const asIs = read(PRINTED)
    expect(asIs.groups).toMatchObject([
      { kind: 'pageNumber', words: '2', kept: true },
      { kind: 'pageHead', words: 'Le Quotidien du Soir — 27 août', kept: true },
    ])
    expect(asIs.text).toBe(PRINTED)
    const joined = read(PRINTED, { lines: 'joined', toggled: [0, 1] })
    expect(joined.text).toBe(
      'Le ministère de la Défense a confirmé mardi la mort de treize soldats dans l’explosion survenue à l’aéroport, selon un porte-parole.\n\n' +
        'Au moins soixante civils ont péri, dit un porte-parole, et un vice-président.',
    )
    expect(joined.lines.joined[0]).toEqual({ before: 'Dé- fense', after: 'Défense' })
    expect(joined.lines.joinedCount).toBe(6)
  })

  test('a sentence that a page cut goes on', () => {
    expect(joinLines('Les civils sont\n\npartis hier.\n\nTous.').text).toBe('Les civils sont partis hier.\n\nTous.')
  })

  test('a head that comes again on each page is one choice', () => {
    const page = (number: number) => `Une phrase ${'x'.repeat(number)}.\n\nRapport annuel ${number}\n\n`
    const { groups } = read([1, 2, 3, 4].map(page).join(''))
    expect(groups).toMatchObject([{ kind: 'pageHead', count: 4 }])
  })
})

import { describe, expect, it } from 'vitest'
import { countOrigins } from '@/lib/independence/count-origins'
import { originGate } from '@/lib/independence/origin-gate'
import type { Appearance } from '@/lib/independence/origins'
import type { Sharing } from '@/lib/independence/sharings'
import { anAppearance as appearance, aHop as hop, aNode as source } from '@/seeds/appearance-builders'

// What people have counted by hand of real texts, each by its name: the origins, and how many are to be determined.

type Counted = {
  appearances: Appearance[]
  sharings?: Sharing[]
  checked?: 'CONTENT' | 'UTTERANCE'
  are: [number, number]
}

const [bbc, cnn, afp, rt, wion] = ['BBC', 'CNN', 'AFP', 'RT', 'WION'].map((name) => source(name, 'OUTLET'))
const body = (name: string) => source(name, 'ORGANISATION')
const textOf = (outlet = source('outlet', 'OUTLET')) =>
  source(`a text of ${outlet.name}`, 'DOCUMENT', { outlet, isArticle: true })

const services = body('U.S. intelligence services')
const report = source('a report', 'DOCUMENT', { parent: services })
const mallick = hop(source('Anas Mallick'), { affiliation: wion ?? null })
const journalists = hop(source('Western journalists', 'UNNAMED_IN_TEXT'))
const foreign = hop(source('a foreign intelligence service', 'UNNAMED_IN_TEXT'))

const army = body('U.S. Army')
const command = source('Central Command', 'ORGANISATION', {
  partOf: [{ whole: army, notBefore: null, notAfter: null }],
})
const spokesman = hop(source('a spokesman'))
const prefect = hop(source('the prefect'))
const ministry = hop(body('Ministry of Defence'))
const correspondent = hop(
  source('its correspondent', 'UNNAMED_IN_TEXT', { role: 'correspondent', parent: afp ?? null }),
)

const COUNTED: Record<string, Counted> = {
  '"170" of the first seed, which says not how it knows': {
    appearances: [appearance('first', [], { text: textOf(rt) })],
    are: [0, 1],
  },
  'the sentence that both seeds share, in either of its own voice': {
    appearances: [appearance('first', []), appearance('second', [])],
    sharings: [{ kind: 'common', oneId: 'first', otherId: 'second' }],
    are: [0, 1],
  },
  'seven at large: a report, its services through a reporter, and through others a service that nobody names': {
    appearances: [
      appearance('¶ 1', [hop(report)]),
      appearance('¶ 2', [mallick, hop(services)]),
      appearance('¶ 5', [mallick, journalists, foreign]),
    ],
    are: [1, 1],
  },
  'the drone strike told by an army and its command': {
    appearances: [appearance('army', [hop(army)]), appearance('command', [hop(command)])],
    are: [1, 0],
  },
  'the last British flight, which the ministry alone confirmed': {
    appearances: [appearance('second', [ministry])],
    are: [1, 0],
  },
  'a spokesman’s words that two outlets’ own reporters heard, as words': {
    appearances: [
      appearance('BBC', [spokesman], { text: textOf(bbc), knows: 'WITNESSED' }),
      appearance('CNN', [spokesman], { text: textOf(cnn), knows: 'WITNESSED' }),
    ],
    checked: 'UTTERANCE',
    are: [2, 0],
  },
  'a reporter and the outlet that witnessed through him': {
    appearances: [
      appearance('text', [], { text: textOf(wion), knows: 'WITNESSED' }),
      appearance('reporter', [mallick]),
    ],
    are: [1, 0],
  },
  'an agency that witnessed, and "its correspondent"': {
    appearances: [
      appearance('agency', [], { text: textOf(afp), knows: 'WITNESSED' }),
      appearance('other', [correspondent]),
    ],
    are: [1, 0],
  },
  'a prefect, a reprint of him and a hospital’s list': {
    appearances: [
      appearance('paper', [prefect]),
      appearance('reprint', [prefect]),
      appearance('list', [], { kind: 'evidence', text: source('list', 'DOCUMENT', { parent: body('hospital') }) }),
    ],
    sharings: [{ kind: 'copiedFrom', copyId: 'reprint', originalId: 'paper' }],
    are: [2, 0],
  },
  '"selon la BBC" and "selon CNN"': {
    appearances: [bbc, cnn].map((outlet, at) => appearance(`text ${at}`, outlet ? [hop(outlet)] : [])),
    are: [0, 2],
  },
}

describe('counted by hand', () => {
  it.each(Object.entries(COUNTED))('%s', (_, { appearances, sharings, checked, are }) => {
    const { origins, undetermined } = countOrigins(appearances, { sharings, checked }).asserting
    expect([origins, undetermined]).toEqual(are)
  })

  it('one origin is not enough for "exact", and it is said why another reason is asked for', () => {
    const counts = countOrigins([appearance('second', [ministry])])
    const lacking = originGate({ value: 5, checked: 'CONTENT', counts, hasPrimaryRecord: false })
    expect(lacking).toEqual([{ key: 'origins.assertingNeeded', values: { needed: 2, found: 1, undetermined: 0 } }])
  })
})

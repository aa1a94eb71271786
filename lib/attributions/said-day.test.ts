import { describe, expect, test } from 'vitest'
import { proposeChains } from '@/lib/attributions/propose'
import { codePointLength } from '@/lib/text/code-points'

// Thursday.
const PUBLISHED = { earliest: '2021-08-26', latest: '2021-08-26' }

/** Who says the last words of a sentence, and on which day, as it is read. */
function said(sentence: string, claim: string, published: typeof PUBLISHED | null = PUBLISHED) {
  const at = sentence.indexOf(claim)
  const start = codePointLength(sentence.slice(0, at))
  const [chain] = proposeChains(sentence, 'fr', [{ start, end: start + codePointLength(claim) }], published)
  const [hop] = chain?.hops ?? []
  return hop ? [hop.voice.name, hop.said?.verbatim ?? null, hop.said?.earliest ?? null] : null
}

const BRIDGE = 'le pont est fermé'
const CLOSED = 'the bridge is closed'

describe('the day on which it was said', () => {
  test.each([
    [`Un responsable américain a déclaré mardi que ${BRIDGE}.`, BRIDGE, 'Responsable américain', 'mardi', '2021-08-24'],
    [
      `Un responsable américain, mardi, sous couvert d’anonymat, a déclaré que ${BRIDGE}.`,
      BRIDGE,
      'Responsable américain',
      'mardi',
      '2021-08-24',
    ],
    [
      `Mardi, un responsable du Pentagone a affirmé que ${BRIDGE}.`,
      BRIDGE,
      'Responsable du Pentagone',
      'Mardi',
      '2021-08-24',
    ],
    [
      `« Voilà, ${BRIDGE} », a déclaré mercredi un responsable du ministère.`,
      BRIDGE,
      'Responsable du ministère',
      'mercredi',
      '2021-08-25',
    ],
    [`A Pentagon official said on Tuesday that ${CLOSED}.`, CLOSED, 'Pentagon official', 'on Tuesday', '2021-08-24'],
    [`A US official said that ${CLOSED}.`, CLOSED, 'US official', null, null],
    [`Un responsable a déclaré que mardi ${BRIDGE}.`, BRIDGE, 'Responsable', null, null],
    [`Un responsable a annoncé mardi prochain que ${BRIDGE}.`, BRIDGE, 'Responsable', null, null],
    [`Un responsable a dit que, depuis l’attaque de mardi, ${BRIDGE}.`, BRIDGE, 'Responsable', null, null],
  ])('%s', (sentence, claim, name, verbatim, day) => {
    const read = said(sentence, claim)
    expect(read?.[0]).toBe(name)
    expect(read?.[2]).toBe(day)
    expect(read?.[1] === null).toBe(verbatim === null)
  })

  test('is not known where the day of publication is not', () =>
    expect(said(`Un responsable américain a déclaré mardi que ${BRIDGE}.`, BRIDGE, null)).toEqual([
      'Responsable américain',
      null,
      null,
    ]))

  test('takes nobody for somebody whose apposition it follows', () =>
    expect(said(`Anas Mallick, journaliste pour WION, mardi, a déclaré que ${BRIDGE}.`, BRIDGE)).toEqual([
      'Anas Mallick',
      'mardi',
      '2021-08-24',
    ]))
})

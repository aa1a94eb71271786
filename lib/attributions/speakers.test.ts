import { describe, expect, it } from 'vitest'
import { readSpeakers } from '@/lib/attributions/speakers'
import { codePointLength } from '@/lib/text/code-points'

const read = (text: string, language: string | null = null) =>
  readSpeakers(text, language, { start: 0, end: codePointLength(text) })
const names = (text: string, language: string | null = null) =>
  read(text, language).chains.map(({ hops }) => hops.map(({ voice }) => voice.name))

describe('readSpeakers', () => {
  it('finds who speaks in a quote, the words that say so being part of it', () => {
    const quote =
      'At least 28 Taliban members were among the dead, Capt. Bill Urban, a spokesman for US Central Command, said on Friday.'
    expect(read(quote).hasSpeaker).toBe(true)
    expect(names('Le bilan est de 60 morts, a déclaré le ministère de la Santé.', 'fr')).toEqual([
      ['Ministère de la Santé'],
    ])
    expect(names('Selon un rapport, sept kamikazes sont en fuite.', 'fr')).toEqual([['Rapport']])
    expect(names('According to the Pentagon, seven bombers are at large.', 'en')).toEqual([['Pentagon']])
  })

  it('gives the whole chain where one cites another', () =>
    expect(
      names(
        'Selon M. Mallick, les services de renseignement américains affirment que sept terroristes sont en fuite.',
        'fr',
      ),
    ).toEqual([['Mallick', 'Services de renseignement américains']]))

  it('says that somebody speaks where nobody can be made out, and nothing where nobody does', () => {
    expect(read('He said that sixty people had died.', 'en')).toEqual({ hasSpeaker: true, chains: [] })
    expect(read('Soixante personnes sont mortes à Kaboul.', 'fr')).toEqual({ hasSpeaker: false, chains: [] })
    expect(readSpeakers('abc', null, { start: 2, end: 9 })).toEqual({ hasSpeaker: false, chains: [] })
  })

  it('reads the sentence of a passage, not those beside it', () => {
    const text = 'Le maire a déclaré que tout va bien. Soixante personnes sont mortes.'
    const start = text.indexOf('Soixante')
    expect(readSpeakers(text, 'fr', { start, end: start + 8 }).hasSpeaker).toBe(false)
    expect(readSpeakers(text, 'fr', { start: text.indexOf('tout'), end: start - 2 }).hasSpeaker).toBe(true)
  })
})

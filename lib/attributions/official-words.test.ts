import { describe, expect, test } from 'vitest'
import { officialOf } from '@/lib/attributions/official-words'
import { readVoice } from '@/lib/attributions/voice-words'

describe('an official of an institution', () => {
  test.each([
    ['responsable du Pentagone', 'responsable', 'Pentagone'],
    ['haut responsable du ministère afghan de la Défense', 'haut responsable', 'ministère afghan de la Défense'],
    ['responsable de la CIA', 'responsable', 'CIA'],
    ['officier de l’armée américaine', 'officier', 'armée américaine'],
    ['responsable américain du Pentagone sous couvert d’anonymat', 'responsable américain', 'Pentagone'],
    ['diplomate de l’ONU', 'diplomate', 'ONU'],
    ['responsables talibans du ministère de l’Intérieur', 'responsables talibans', 'ministère de l’Intérieur'],
    ['senior official at the Pentagon', 'senior official', 'Pentagon'],
    ['official from the Afghan Ministry of Defence', 'official', 'Afghan Ministry of Defence'],
    ['Pentagon official', 'official', 'Pentagon'],
    ['senior State Department official', 'senior official', 'State Department'],
    ['NATO diplomat', 'diplomat', 'NATO'],
  ])('%s', (words, role, institution) => expect(officialOf(words)).toEqual({ role, institution }))

  test.each([
    'responsable américain',
    'responsable',
    'ancien responsable du Pentagone',
    'former Pentagon official',
    'responsable des États-Unis',
    'US official',
    'U.S. defense official',
    'habitant de Kaboul',
    'médecins de Kaboul',
    'témoin de la scène',
    'responsable de la sécurité',
    'source proche du dossier',
    'source familiar with the matter',
    '',
  ])('%s: none is read', (words) => expect(officialOf(words)).toBeNull())
})

describe('a voice', () => {
  test('keeps the text’s own words as its name, with role and institution beside them', () => {
    expect(readVoice('un responsable du Pentagone', null)?.voice).toEqual({
      ...{ kind: 'UNNAMED_IN_TEXT', name: 'Responsable du Pentagone', role: 'responsable' },
      issuer: { kind: 'ORGANISATION', name: 'Pentagone', role: null, issuer: null },
    })
    expect(readVoice('un responsable américain', null)?.voice).toMatchObject({
      role: 'responsable américain',
      issuer: null,
    })
  })

  test('that speaks for a body is said to do so, and not to be an official of it', () => {
    expect(readVoice('un porte-parole du ministère de la Défense', null)).toMatchObject({
      voice: { issuer: null },
      onBehalfOf: { name: 'Ministère de la Défense' },
    })
    expect(readVoice('a Pentagon spokesman', null)).toMatchObject({
      voice: { name: 'Pentagon spokesman', role: 'spokesman', issuer: null },
      onBehalfOf: { name: 'Pentagon', kind: 'ORGANISATION' },
    })
  })
})

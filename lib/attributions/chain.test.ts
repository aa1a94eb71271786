import { describe, expect, test } from 'vitest'
import { chainSentence, chainSide, originHop, type SpokenHop, speechActSide } from '@/lib/attributions/chain'
import { englishName } from '@/lib/attributions/english-name'
import { frenchName } from '@/lib/attributions/french-name'
import { SpeechAct } from '@/prisma/generated/enums'

const named = (name: string, kind: SpokenHop['source']['kind']) => ({ id: name, name, kind })
const hop = (position: number, source: SpokenHop['source'], more: Partial<SpokenHop> = {}): SpokenHop => ({
  position,
  source,
  speechAct: 'SAID',
  affiliation: null,
  onBehalfOf: null,
  ...more,
})

const mallick = named('Anas Mallick', 'PERSON')
const journalists = named('Journalistes occidentaux', 'UNNAMED_IN_TEXT')
const service = named('Service de renseignement étranger', 'UNNAMED_IN_TEXT')

describe('sides', () => {
  test('a denial denies, a question and a refusal to comment stand on neither side, the rest asserts', () => {
    expect(speechActSide('DENIED')).toBe('denies')
    expect(speechActSide('DECLINED')).toBe('neither')
    expect(speechActSide('ASKED')).toBe('neither')
    const others = Object.values(SpeechAct).filter((act) => !['DENIED', 'DECLINED', 'ASKED'].includes(act))
    expect(new Set(others.map(speechActSide))).toEqual(new Set(['asserts']))
  })

  test('a relayed denial is a denial, and what somebody declines to say nobody asserts', () => {
    expect(chainSide([])).toBe('asserts')
    expect(chainSide([{ speechAct: 'REPORTED' }, { speechAct: 'DENIED' }])).toBe('denies')
    expect(chainSide([{ speechAct: 'DENIED' }, { speechAct: 'DECLINED' }])).toBe('neither')
  })
})

describe('a chain', () => {
  test('ends at its last hop, in whatever order the rows came', () => {
    expect(originHop([hop(2, service), hop(0, mallick), hop(1, journalists)])?.source).toBe(service)
    expect(originHop([])).toBeNull()
  })

  test('reads from the article outwards, each link cited by the one before', () => {
    const wion = named('WION', 'OUTLET')
    const links = chainSentence([hop(1, journalists), hop(2, service), hop(0, mallick, { affiliation: wion })])
    expect(links.map(({ citer, source }) => [citer, source.name])).toEqual([
      ['text', 'Anas Mallick'],
      ['person', 'Journalistes occidentaux'],
      ['group', 'Service de renseignement étranger'],
    ])
    expect(links[0]?.affiliation?.name).toBe('WION')
    expect(chainSentence([])).toEqual([])
  })
})

describe('names in a French sentence', () => {
  test.each([
    ['ORGANISATION', 'Services de renseignement américains', 'les services de renseignement américains', true],
    ['ORGANISATION', 'Armée américaine', 'l’armée américaine', false],
    ['ORGANISATION', 'Ministère de la Défense', 'le ministère de la Défense', false],
    ['UNNAMED_IN_TEXT', 'Journalistes occidentaux', 'des journalistes occidentaux', true],
    ['UNNAMED_IN_TEXT', 'Service de renseignement étranger', 'un service de renseignement étranger', false],
    ['ORGANISATION', 'Les talibans', 'les talibans', true],
    ['ORGANISATION', 'Reuters', 'Reuters', null],
    ['ORGANISATION', 'Pentagone', 'le Pentagone', false],
    ['ORGANISATION', 'Élysée', 'l’Élysée', false],
    ['ORGANISATION', 'Hamas', 'le Hamas', false],
    ['ORGANISATION', 'OTAN', 'l’OTAN', false],
    ['ORGANISATION', 'CIA', 'la CIA', false],
    ['ORGANISATION', 'Nations unies', 'les Nations unies', true],
    ['ORGANISATION', 'États-Unis', 'les États-Unis', true],
    ['ORGANISATION', 'Iran', 'l’Iran', false],
    ['ORGANISATION', 'Russie', 'la Russie', false],
    ['ORGANISATION', 'Israël', 'Israël', null],
    ['ORGANISATION', 'Yémen', 'le Yémen', false],
    ['ORGANISATION', 'Observatoire syrien des droits de l’homme', 'l’observatoire syrien des droits de l’homme', false],
    ['ORGANISATION', 'Hôpital d’urgence', 'l’hôpital d’urgence', false],
    ['ORGANISATION', 'Human Rights Watch', 'Human Rights Watch', null],
    ['UNNAMED_IN_TEXT', 'Haut responsable américain', 'un haut responsable américain', false],
    ['PERSON', 'Services Martin', 'Services Martin', false],
    ['DOCUMENT', 'Rapport des services', 'un rapport des services', false],
  ] as const)('%s %s', (kind, name, text, plural) => {
    expect(frenchName(kind, name)).toEqual({ text, plural })
  })
})

test.each([
  ['ORGANISATION', 'Pentagon', 'the Pentagon'],
  ['ORGANISATION', 'Ministry of Defence', 'the Ministry of Defence'],
  ['ORGANISATION', 'U.S. Army', 'the U.S. Army'],
  ['ORGANISATION', 'United Nations', 'the United Nations'],
  ['ORGANISATION', 'U.S. intelligence services', 'U.S. intelligence services'],
  ['ORGANISATION', 'Reuters', 'Reuters'],
  ['ORGANISATION', 'The Taliban', 'the Taliban'],
  ['UNNAMED_IN_TEXT', 'Senior official', 'a senior official'],
  ['UNNAMED_IN_TEXT', 'US official', 'a US official'],
  ['UNNAMED_IN_TEXT', 'Official', 'an official'],
  ['UNNAMED_IN_TEXT', 'Western journalists', 'Western journalists'],
  ['PERSON', 'Army Officer', 'Army Officer'],
] as const)('in an English sentence %s %s', (kind, name, text) => expect(englishName(kind, name)).toBe(text))

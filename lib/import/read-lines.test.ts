import { describe, expect, test } from 'vitest'
import { AS_PROPOSED } from './choices'
import { readReceived } from './received'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string, choices: Partial<typeof AS_PROPOSED> = {}) =>
  readReceived(bytes(text), { ...AS_PROPOSED, ...choices })
const apart = (text: string) =>
  read(text)
    .groups.filter(({ kept }) => !kept)
    .map(({ kind, words }) => `${kind}: ${words}`)

const DISPATCH = [
  ...['AFP-FR0123', 'Afghanistan-conflit-attentat', 'BULLETIN - Kaboul: treize soldats tués (Nord)'],
  ...[
    'EMBARGO jusqu’à 18H00 GMT',
    '',
    'KABOUL, 26 août 2021 (AFP) - Treize soldats américains ont été tués jeudi.',
    '',
  ],
  ...['Par Jean DUPONT et Marie DURAND', '', 'ad-bur/jd/mv', '', 'AFP 261850 GMT AOU 21'],
].join('\n')

describe('what stands at the head and end of a text', () => {
  test('an agency’s item: slugs, headline, embargo, dateline, byline, initials and stamp are what they are', () => {
    const item = read(DISPATCH)
    expect(item.text).toBe('Treize soldats américains ont été tués jeudi.')
    expect(item.title).toBe('Kaboul: treize soldats tués (Nord)')
    expect(item.facts).toMatchObject({
      ...{ outlet: 'AFP', byline: 'Jean DUPONT et Marie DURAND', dateline: 'KABOUL, 26 août 2021 (AFP)' },
      date: {
        date: { earliest: '2021-08-26', precision: 'MINUTE', clock: { from: '18:50', zone: '+00:00' } },
        doubt: null,
      },
    })
    const kinds = item.groups.map(({ kind }) => kind)
    expect(kinds).toEqual(['slug', 'slug', 'title', 'embargo', 'dateline', 'author', 'signOff', 'signOff'])
  })

  test('each part can be taken back in, and stands where it stood', () => {
    const withDateline = read(DISPATCH, { toggled: [4] }).text
    expect(withDateline).toBe('KABOUL, 26 août 2021 (AFP) - Treize soldats américains ont été tués jeudi.')
    expect(read(DISPATCH, { toggled: [0, 1, 2, 3, 4, 5, 6, 7] }).text).toBe(DISPATCH)
  })

  test.each([
    ['Publié le 26 août 2021 à 18h50', '2021-08-26', '18:50', null],
    ['Posted on Thursday, 26 August 2021 at 18:50 BST', '2021-08-26', '18:50', null],
    ['Published August 26, 2021 6:50 PM EDT', '2021-08-26', '18:50', '-04:00'],
    ['26/08/2021', '2021-08-26', undefined, undefined],
    ['Date: 2021-08-26', '2021-08-26', undefined, undefined],
    ['Le jeudi 26 août 2021', '2021-08-26', undefined, undefined],
    ['20210826', '2021-08-26', undefined, undefined],
    ['Par Jean Dupont, publié le 26 août 2021 à 18h50, mis à jour le 27 août 2021 à 9h', '2021-08-26', '18:50', null],
  ])('%s is the date, and no title', (line, day, time, zone) => {
    const text = read(`${line}\n\nTreize soldats ont été tués jeudi à Kaboul. Personne ne sait par qui.`)
    expect(text.title).toBe('Treize soldats ont été tués jeudi à Kaboul')
    expect(text.published).toMatchObject({ earliest: day, latest: day })
    expect(text.published?.clock?.from).toBe(time)
    expect(text.published?.clock?.zone).toBe(zone)
    expect(text.facts.date?.doubt).toBeNull()
  })

  test('day before month in French, said; in English nothing is chosen', () => {
    const french = read('03/04/2021\n\nTreize soldats ont été tués jeudi à Kaboul, selon le ministère.')
    expect(french.published).toMatchObject({ earliest: '2021-04-03' })
    expect(french.facts.date).toMatchObject({ doubt: 'dayOrMonth', others: [{ earliest: '2021-03-04' }] })
    const english = read(
      'Published: 03/04/2021\n\nThirteen soldiers were killed on Thursday by a bomb at the airport gate.',
    )
    expect(english.published).toBeNull()
    expect(english.facts.date?.others.map(({ earliest }) => earliest)).toEqual(['2021-04-03', '2021-03-04'])
  })

  test('a weekday that the day was not is doubted; several days are offered', () => {
    expect(read('vendredi 26 août 2021\n\nTreize soldats.').facts.date?.doubt).toBe('weekday')
    const two = read('Publié le 27 août 2021\n\nPARIS, 26 août 2021 (AFP) - Trente ponts sont coupés.')
    expect(two.facts.date).toMatchObject({
      doubt: 'otherDates',
      date: { earliest: '2021-08-27' },
      others: [{ earliest: '2021-08-26' }],
    })
  })

  test.each([
    ['KABUL (Reuters) — Thirteen.', 'KABUL (Reuters)', 'Reuters'],
    ['KABUL, Afghanistan (AP) -- Thirteen.', 'KABUL, Afghanistan (AP)', 'AP'],
    ['NEW YORK — Thirteen.', 'NEW YORK', null],
    ['Kaboul (AFP) – Thirteen.', 'Kaboul (AFP)', 'AFP'],
    ['(Reuters) - Thirteen.', '(Reuters)', 'Reuters'],
  ])('%j begins with a dateline', (paragraph, dateline, outlet) => {
    expect(read(paragraph)).toMatchObject({ text: 'Thirteen.', facts: { dateline, outlet } })
  })

  test('the title above a byline is the title; a heading alone stays in the text as well', () => {
    const named = read('Kaboul : treize morts\nPar Jean Dupont\n\nTreize soldats ont été tués.')
    expect(named).toMatchObject({ title: 'Kaboul : treize morts', text: 'Treize soldats ont été tués.' })
    expect(read('KABOUL\n\nUn texte.')).toMatchObject({ title: 'KABOUL', text: 'KABOUL\n\nUn texte.', groups: [] })
  })

  test('labels are read, what a page adds is left out', () => {
    const text =
      'Source : Le Figaro\nAuteur : Jean Martin\nTitre : Treize morts\nDate : 26/08/2021\n\nTreize soldats.\n\n© Le Figaro'
    expect(read(text)).toMatchObject({ title: 'Treize morts', facts: { outlet: 'Le Figaro', byline: 'Jean Martin' } })
    expect(read(text).text).toBe('Treize soldats.')
    expect(apart('Temps de lecture : 3 min\nPartager\nUn texte de paix.')).toEqual([
      'share: Temps de lecture : 3 min',
      'share: Partager',
    ])
  })

  test.each([
    'Par ailleurs, la suite est connue.\n\nFin de tout.',
    'Le ministre — qui est parti hier — revient.\n\nEt repart.',
    '26 août 2021\nTreize soldats.\n27 août 2021\nQuinze civils.',
    'By Thursday night nobody knew.\n\nNobody.',
    'Saint-Jean-de-Luz\n\nUne ville de la côte.',
    'Par Jean Dupont',
    'G20 : les chefs arrivent\n\nIls arrivent tous.',
  ])('%j has nothing of that, and stays', (text) => {
    expect(read(text, { lines: 'kept' })).toMatchObject({ text, groups: [] })
  })

  test.each([
    'Sous embargo depuis dix ans, l’île manque de tout.',
    'Embargo : le mot fait peur aux marchands d’armes.',
    'Ne pas publier ces images était un choix, dit le rédacteur en chef.',
    'Copyright : la bataille commence en Europe',
    'Droits d’auteur : la réforme arrive',
    'Partager en Europe les réfugiés, un casse-tête',
    'Home to millions, Kabul is empty',
    'Menu : ce que mangent les soldats',
    'Save this planet, says Pope',
    'La chute de Kaboul - 26 août 2021',
    '26 août 2021 : le jour où Kaboul est tombée',
    'Mai 1968',
    'By the numbers: Kabul',
    'By Land And By Sea',
    'Par amour, elle a quitté Kaboul',
    'Exclusif : le ministre est parti hier soir.',
    'MH370 RETROUVE',
    'ANALYSE - Pourquoi Kaboul est tombée',
    'Auteur : inconnu, disent les policiers',
    'Lieu : Kaboul. Heure : minuit. La ville dort.',
    'Site : Palmyre est détruite',
    'De notre envoyé spécial, on attendait mieux que cela.',
    'Un entretien\n\nLE MONDE — Pourquoi partir ?\n\nJEAN MARTIN — Parce que la guerre est finie.',
    'Tout a changé ce jour-là.\n\n26 août 2021',
    'Chronologie\n\n26 août 2021\n\nLa ville est tombée sans qu’un seul coup de feu ait été tiré ce jour-là.\n\n27 août 2021',
  ])('%j only looks like it, and stays', (head) => {
    const text = `${head}\n\nTreize soldats américains ont été tués jeudi à Kaboul, selon le ministère de la Défense.`
    expect(read(text, { lines: 'kept' })).toMatchObject({ text, groups: [], facts: { byline: null, dateline: null } })
  })

  test.each([
    'Avec Emmanuel Macron, la France a changé.',
    'Writing Kabul off would be wrong.',
    'Image : un pays détruit',
    'Le 26 août 2021',
  ])('%j at the end is the article’s own', (end) => {
    const text = `Treize soldats américains ont été tués jeudi à Kaboul.\n\nPersonne ne sait par qui.\n\n${end}`
    expect(read(text)).toMatchObject({ text, groups: [] })
  })

  test('what editors set below an item is set apart: who worked, how to reach them', () => {
    const body = 'Thirteen American soldiers were killed on Thursday in Kabul, the ministry said.'
    const head = 'WRAPUP 3-Thirteen killed in Kabul\n\nBy JANE DOE\nAssociated Press\n\nKABUL, Afghanistan (AP) — '
    const end = '(Reporting by Jane Doe in Kabul; Editing by John Roe)\n\n((jane.doe@example.com; +1 555))'
    const item = read(`${head}${body}\n\n${end}`)
    expect(item).toMatchObject({ text: body, title: 'Thirteen killed in Kabul', facts: { outlet: 'AP' } })
    expect(item.groups.map(({ kind }) => kind)).toEqual(['title', 'author', 'outlet', 'dateline', 'signOff', 'signOff'])
  })

  test('what stands in brackets behind a place is an outlet only where it is an agency', () => {
    expect(read('KABOUL (Afghanistan) - Treize.').facts).toMatchObject({
      outlet: null,
      dateline: 'KABOUL (Afghanistan)',
    })
  })

  test('a teaser in a plain text is named, and stays until somebody leaves it out', () => {
    const text = 'Un.\n\nJUST IN: Les chefs partent\n\nDeux.'
    expect(read(text)).toMatchObject({ text, groups: [{ kind: 'teaser', kept: true }] })
    expect(read(text, { toggled: [0] }).text).toBe('Un.\n\nDeux.')
  })
})

import { describe, expect, it } from 'vitest'
import { readNextQuantity, readQuantity } from '@/lib/figures/read-quantity'

type Reading = NonNullable<ReturnType<typeof readQuantity>>
/** "qualifier low best high measure", "-" for what is not stated. */
const told = (reading: Reading | null) =>
  reading &&
  [reading.qualifier, reading.low ?? '-', reading.best ?? '-', reading.high ?? '-', reading.measure].join(' ')

describe('a number that says no quantity is none', () => {
  it.each([
    'Un Boeing 737 s’est posé',
    'L’article 49 de la loi',
    'Room 12',
    'deux fois plus de morts',
    'twice as many deaths',
    'three times more victims',
    'one in five people',
    'un habitant sur cinq',
    'trois habitants sur dix',
    'about 1 in 10',
    'the third attack of the year',
    'One of the attackers',
    'un des assaillants',
    'A 13-year-old boy was killed',
    'Ann Lee, 59, of Ely, was killed',
    'le vol MH17',
  ])('%s', (words) => expect(readQuantity(words)).toBeNull())

  it.each([
    ['Le Covid-19 a tué 40 personnes', 'EXACT - 40 - KILLED'],
    ['F-16 jets killed 4 people', 'EXACT - 4 - KILLED'],
    ['a 7.2-magnitude earthquake killed 30', 'EXACT - 30 - KILLED'],
    ['un séisme de magnitude 7,2 a fait 30 morts', 'EXACT - 30 - KILLED'],
    ['at 5 p.m., ten people died', 'EXACT - 10 - KILLED'],
    ['à 14h30, dix morts', 'EXACT - 10 - KILLED'],
    ['The 2nd battalion lost 12 men', 'EXACT - 12 - OTHER'],
    ['$5 million for 3 victims', 'EXACT - 3 - OTHER'],
  ])('nor is it taken for another: %s', (words, expected) => expect(told(readQuantity(words))).toBe(expected))
})

describe('a quantity is read as it is said', () => {
  it.each([
    ['5 à 6 000 civils', 'RANGE 5000 - 6000 OTHER'],
    ['5 to 6,000 civilians', 'RANGE 5000 - 6000 OTHER'],
    ['500 à 6 000 civils', 'RANGE 500 - 6000 OTHER'],
    ['200+ dead', 'AT_LEAST 200 - - KILLED'],
    ['un million et demi de morts', 'EXACT - 1500000 - KILLED'],
    ['deux millions et demi de morts', 'EXACT - 2500000 - KILLED'],
    ['one and a half million dead', 'EXACT - 1500000 - KILLED'],
    ['a million and a half dead', 'EXACT - 1500000 - KILLED'],
    ['half a million dead', 'EXACT - 500000 - KILLED'],
    ['12.345.678 morts', 'EXACT - 12345678 - KILLED'],
    ['as many as 300 dead', 'UP_TO - - 300 KILLED'],
    ['no one was killed', 'EXACT - 0 - KILLED'],
    ['nobody was hurt', 'EXACT - 0 - INJURED'],
    ['personne n’a été tué', 'EXACT - 0 - KILLED'],
    ['no one was killed, but 3 people were hurt', 'EXACT - 3 - INJURED'],
    ['deaths fell from 160 to just 90', 'EXACT - 90 - KILLED'],
    ['est tombé de 160 morts à 90', 'EXACT - 90 - KILLED'],
    ['L’attaque a coûté la vie à 12 soldats', 'EXACT - 12 - KILLED'],
    ['The blast claimed the lives of 12 soldiers', 'EXACT - 12 - KILLED'],
    ['28 members of the crew were killed', 'EXACT - 28 - KILLED'],
    ['killed two people and wounded 15', 'EXACT - 2 - KILLED'],
    ['tuant deux personnes et en blessant quinze', 'EXACT - 2 - KILLED'],
  ])('%s', (words, expected) => expect(told(readQuantity(words))).toBe(expected))

  it('two tolls of a sentence are two figures, each with its people', () => {
    const words = '170 Afghans and 13 U.S. service members were killed'
    const first = readQuantity(words)
    expect(first).toMatchObject({ best: 170, measure: 'KILLED', country: 'AF' })
    const second = first && readNextQuantity(words, [first])
    expect(second).toMatchObject({ best: 13, measure: 'KILLED', population: 'MILITARY', country: 'US' })
    const killed = 'It killed at least 40 civilians and 13 soldiers.'
    const civilians = readQuantity(killed)
    expect(civilians).toMatchObject({ low: 40, measure: 'KILLED', population: 'CIVILIAN' })
    expect(civilians && readNextQuantity(killed, [civilians])).toMatchObject({ best: 13, measure: 'KILLED' })
  })
})

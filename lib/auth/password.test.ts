import { describe, expect, test } from 'vitest'
import { newPasswordRefusals } from '@/lib/auth/commands/new-password'
import { guessesOf } from '@/lib/auth/password-guesses'

const person = { email: 'camille.durand@desk.example', name: 'Camille Durand-Réza' }
const reasons = async (password: string) => (await newPasswordRefusals(password, person)).map(({ key }) => key)

describe('a password to be', () => {
  test.each([
    'password1234',
    'motdepasse12',
    'Motdepasse2026!',
    'P@ssw0rd1234!',
    'azertyuiop12',
    'qwerty123456',
    '123456789012',
    'abcdefghijkl',
    'aaaaaaaaaaaa',
    'abababababab',
    'iloveyou1234',
    'jetaimejetaime',
    'soleilsoleil',
    'Marseille2024!',
    'Paris2024Paris',
    'recoupe2026!',
    'recoupe-recoupe',
    'camille durand 12',
    'Durand-Camille-1',
    'rezacamille1990',
    ...['correcthorsebatterystaple', 'correct horse battery staple', 'Correct-Horse-Battery-Staple-1'],
    ...[
      'йцукенгшщзхъ',
      'фывапролджэячсмить',
      'ςερτυθιοπασδ',
      'קראטוןםפשדגכ',
      '!@#$%^&*()_+',
      '&é"\'(-è_çà&é',
      'ЙЦУКЕНгшщз12',
    ],
    ...['p.a.s.s.w.o.r.d', 'pa ss wo rd 12 34', 'p-a-s-s-w-o-r-d-1-2-3', 'пароль1234567'],
    ...['31/12/2026 23', '31-12-2026-31', '2026.12.31 00', '14/07/1789 14', '01/01/1990 02'],
    '😀😀😀😀😀😀😀😀😀😀😀😀',
  ])('%s is soon guessed', async (password) => {
    expect(await reasons(password)).toEqual(['auth.passwordCommon'])
  })

  test.each(['Camille.Durand@desk.example', 'camille.durand', ' camille durand-réza '])(
    '%j is what everybody knows',
    async (password) => {
      expect(await reasons(password)).toEqual(['auth.passwordKnown'])
    },
  )

  test.each([
    'quatre mots sans rapport',
    'tulipe hamac 41 orage',
    'quatre-mots-sans-rapport',
    'lampe.rivière.tambour.citron',
    'тихая лампа едет домой',
    '四つの言葉が並んでいるだけ',
    'passer une journée au calme',
    'xK9#mP2$vL5q',
    'k3d9-x7qp-m2nf-h8wz',
  ])('%s is fine', async (password) => {
    expect(await reasons(password)).toEqual([])
  })
})

test('a longer password never takes fewer guesses by what is put before known words', () => {
  const words = { rankOf: (word: string) => (word === 'lampe' ? 500 : undefined) }
  expect(guessesOf('lampe', words)).toBeLessThan(guessesOf('xlampe', words))
  expect(guessesOf('', words)).toBe(0)
})

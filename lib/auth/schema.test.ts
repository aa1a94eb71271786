import { describe, expect, test } from 'vitest'
import { email, linkToken, newPassword, signInInput } from './schema'

const messages = (result: { error?: { issues: { message: string }[] } }) =>
  result.error?.issues.map(({ message }) => message) ?? []

describe('newPassword', () => {
  test('takes 12 to 128 characters of any kind, and keeps outer spaces', () => {
    expect(newPassword.parse(' tout en minuscules ')).toBe(' tout en minuscules ')
    expect(newPassword.safeParse('👩‍👩‍👧 '.repeat(12)).success).toBe(true)
    expect(newPassword.safeParse('x'.repeat(128)).success).toBe(true)
  })
  test('says what is wrong', () => {
    expect(messages(newPassword.safeParse('onze lettre'))).toEqual(['auth.passwordShort'])
    expect(messages(newPassword.safeParse('x'.repeat(129)))).toEqual(['auth.passwordLong'])
    expect(messages(newPassword.safeParse(undefined))).toEqual(['required'])
  })
  test.each(['            ', 'abc          d', '\u200b'.repeat(20), '  onze lettre  '])(
    'counts no blanks: %j',
    (blank) => {
      expect(messages(newPassword.safeParse(blank))).toEqual(['auth.passwordShort'])
    },
  )
  test('is the same from two keyboards', () => {
    expect(newPassword.parse('cafe\u0301 au lait noir')).toBe(newPassword.parse('caf\u00e9 au lait noir'))
  })
})

test('e-mail addresses are folded', () => {
  expect(email.parse('  Editor@Recoupe.Example ')).toBe('editor@recoupe.example')
  expect(messages(email.safeParse('editor'))).toEqual(['auth.emailInvalid'])
  expect(messages(email.safeParse(''))).toContain('required')
})

test('who signs in gives an e-mail address, and nothing else that a counter may be named by', () => {
  expect(signInInput.parse({ email: ' Editor@Recoupe.Example', password: 'x' }).email).toBe('editor@recoupe.example')
  for (const typed of ['own:0198c0de-0000-7000-8000-000000000000', 'editor', ''])
    expect(signInInput.safeParse({ email: typed, password: 'x' }).success).toBe(false)
})

test('a token has 32 bytes', () => {
  expect(messages(linkToken.safeParse('../etc'))).toEqual(['auth.linkUnknown'])
})

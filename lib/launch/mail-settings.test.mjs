import { expect, test } from 'vitest'
import { checkMailSettings } from './mail-settings.mjs'

const from = 'Recoupe <recoupe@desk.example>'
const server = 'smtp://me:s%40cret@mail.desk.example:587'

test.each([
  [{}, null],
  [{ SMTP_URL: ' ', MAIL_FROM: '' }, null],
  [{ SMTP_URL: server, MAIL_FROM: from }, null],
  [{ SMTP_URL: 'smtps://mail.desk.example', MAIL_FROM: 'recoupe@desk.example' }, null],
  [{ SMTP_URL: 'smtp://127.0.0.1:25?tls=none', MAIL_FROM: from }, null],
  [{ SMTP_URL: server }, 'mailHalfSet'],
  [{ MAIL_FROM: from }, 'mailHalfSet'],
  [{ SMTP_URL: 'mail.desk.example:587', MAIL_FROM: from }, 'badSmtpUrl'],
  [{ SMTP_URL: 'https://mail.desk.example', MAIL_FROM: from }, 'badSmtpUrl'],
  [{ SMTP_URL: 'smtp://me:secret100%@mail.desk.example', MAIL_FROM: from }, 'badSmtpUrl'],
  [{ SMTP_URL: `${server}?tls=maybe`, MAIL_FROM: from }, 'badSmtpUrl'],
  [{ SMTP_URL: `${server}?secure=false`, MAIL_FROM: from }, 'badSmtpUrl'],
  [{ SMTP_URL: server, MAIL_FROM: 'the desk' }, 'badMailFrom'],
  [{ SMTP_URL: server, MAIL_FROM: 'Newsroom, Desk <desk@desk.example>' }, 'badMailFrom'],
  [{ SMTP_URL: server, MAIL_FROM: 'desk@desk.example\r\nBcc: all@desk.example' }, 'badMailFrom'],
])('%j: %s', (env, key) => {
  if (key === null) return expect(() => checkMailSettings(env)).not.toThrow()
  const error = (() => {
    try {
      checkMailSettings(env)
    } catch (thrown) {
      return thrown
    }
  })()
  expect(error).toMatchObject({ key })
  expect(JSON.stringify(error.values)).not.toContain('cret')
})

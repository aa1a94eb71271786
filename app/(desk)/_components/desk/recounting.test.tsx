import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import english from '../../../_messages/en.json'
import french from '../../../_messages/fr.json'
import { Recounting } from './recounting'

const MESSAGES = { fr: french, en: english }

const words = (locale: keyof typeof MESSAGES, count: number, more = false) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={MESSAGES[locale]} timeZone="Europe/Paris">
      <Recounting value={{ count, more }} />
    </NextIntlClientProvider>,
  ).replaceAll(/<[^>]+>/g, '')

test('what has changed and is not counted yet is told of, and never as a number that is sure', () => {
  expect(words('en', 0)).toBe('')
  expect(words('en', 1)).toBe('1 more verdict is being looked at: what it rests on may have changed.')
  expect(words('en', 185)).toBe('185 more verdicts are being looked at: what they rest on may have changed.')
  expect(words('en', 1000, true)).toMatch(/^More than 1,000 more verdicts/)
  expect(words('fr', 2)).toBe('2 autres verdicts sont en cours d’examen\u00a0: ce sur quoi ils reposent a pu changer.')
  expect(words('fr', 1000, true)).toMatch(/^Plus de 1\u202f000 autres verdicts/)
})

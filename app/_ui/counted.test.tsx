import { MantineProvider } from '@mantine/core'
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { BoundedCount } from '@/lib/database/bounded-count'
import type { Pages } from '@/lib/database/pages'
import english from '../_messages/en.json'
import french from '../_messages/fr.json'
import { Counted } from './counted'
import { PageLinks } from './page-links'

const MESSAGES = { fr: french, en: english }
type MessageLocale = keyof typeof MESSAGES

const drawn = (locale: MessageLocale, element: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={MESSAGES[locale]} timeZone="Europe/Paris">
      <MantineProvider>{element}</MantineProvider>
    </NextIntlClientProvider>,
  ).replaceAll(/<style[\s\S]*?<\/style>/g, '')

const words = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()

describe('what is counted to a limit', () => {
  test.each([
    ['fr', '1\u202f000+ plus de 1\u202f000'],
    ['en', '1,000+ more than 1,000'],
  ] as const)('in %s is shown with a plus, and said in words', (locale, said) => {
    const html = drawn(locale, <Counted value={{ count: 1000, more: true }} />)
    expect(words(html)).toBe(said)
    expect(html).toContain('aria-hidden="true"')
  })

  test.each([
    [12, '12'],
    [{ count: 1000, more: false } satisfies BoundedCount, '1000'],
  ] as const)('%j is a number like any other', (value, said) =>
    expect(words(drawn('fr', <Counted value={value} />))).toBe(said),
  )
})

describe('the way to other pages', () => {
  const links = (pages: Pages) =>
    drawn('en', <PageLinks pages={pages} label="Pages" pathname="/articles" query={{ q: 'a' }} />)

  test('one page needs none', () => {
    expect(links({ page: 1, pages: 1, more: false, next: null })).toBe('')
  })

  test('pages that are all counted say how many they are', () => {
    const html = links({ page: 2, pages: 3, more: false, next: { page: 3 } })
    expect(words(html)).toBe('Previous page Page 2 of 3 Next page')
    expect(html).toContain('href="/articles?q=a&amp;page=3"')
    expect(html).toContain('href="/articles?q=a"')
  })

  test('where there are more nobody says how many; further on a page has no number', () => {
    expect(words(links({ page: 20, pages: 20, more: true, next: { after: 'x' } }))).toBe(
      'Previous page Page 20 Next page',
    )
    const html = links({ page: null, pages: 20, more: true, next: { after: 'y' } })
    expect(words(html)).toBe('First page Next page')
    expect(html).toContain('href="/articles?q=a&amp;after=y"')
  })
})

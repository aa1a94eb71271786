import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import './_ui/mantine.css'
import './_ui/scale.css'
import './_ui/theme.css'
import './_ui/global.css'

import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core'
import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { getLocale, getNow, getTimeZone, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { MessagesProvider } from './_ui/messages'
import { Providers } from './_ui/providers'
import { SINGLE_KEYS_COOKIE, singleKeysOf } from './_ui/single-keys'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: { default: t('brand'), template: `%s · ${t('brand')}` },
    description: t('description'),
    robots: { index: false },
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, now, timeZone] = await Promise.all([getLocale(), getNow(), getTimeZone()])
  // Reading it also keeps every page dynamic: a prerendered page has no nonce and would be dead in the browser.
  const nonce = (await headers()).get('x-nonce') ?? ''
  const singleKeys = singleKeysOf((await cookies()).get(SINGLE_KEYS_COOKIE)?.value)
  return (
    <html lang={locale} data-single-keys={singleKeys} {...mantineHtmlProps}>
      <head>
        {/* Here and not in Next's `viewport`, which is taken out and put in again with each panel that is read: browsers would then
            work out the style of every element anew, of a text with 2,000 marks some 20,000. */}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1c1f23" />
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
      </head>
      <body>
        <MessagesProvider locale={locale} now={now} timeZone={timeZone}>
          <Providers nonce={nonce}>{children}</Providers>
        </MessagesProvider>
      </body>
    </html>
  )
}

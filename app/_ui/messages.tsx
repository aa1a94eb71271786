'use client'

import { NextIntlClientProvider } from 'next-intl'
import { type ReactNode, use } from 'react'
import type french from '../_messages/fr.json'
import type { Locale } from './locale'

type Messages = typeof french

const FILES: Record<Locale, () => Promise<{ default: Messages }>> = {
  fr: () => import('../_messages/fr.json'),
  en: () => import('../_messages/en.json'),
}
const loading = new Map<Locale, Promise<Messages>>()

/** The messages of a language: one file that the browser keeps, whatever pages and answers follow. One that did not come is asked for again. */
function messagesIn(locale: Locale): Promise<Messages> {
  const begun = loading.get(locale)
  if (begun) return begun
  const messages = FILES[locale]().then(({ default: all }) => all)
  loading.set(locale, messages)
  messages.catch(() => loading.delete(locale))
  return messages
}

// The page says its language: its messages are on their way before anything is drawn.
if (typeof document !== 'undefined') void messagesIn(document.documentElement.lang === 'en' ? 'en' : 'fr')

/** Below this, client components have the messages of `locale`. They are in no page and in no answer of the server. */
export function MessagesProvider({
  locale,
  ...rest
}: {
  locale: Locale
  /** The moment of the answer: what the server called "a minute ago" the browser calls so too. */
  now: Date
  timeZone: string
  children: ReactNode
}) {
  return <NextIntlClientProvider {...rest} locale={locale} messages={use(messagesIn(locale))} />
}

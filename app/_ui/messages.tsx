'use client'

import { usePathname } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { type ReactNode, use } from 'react'
import type french from '../_messages/fr.json'
import { type MessagePart, partOfPath } from '../_messages/part-of-path'
import type { Locale } from './locale'

type Messages = Partial<typeof french>

const loading = new Map<string, Promise<Messages>>()

async function fetchMessages(locale: Locale, part: MessagePart): Promise<Messages> {
  const [frame, own]: { default: Messages }[] = await Promise.all([
    import(`../_messages/generated/${locale}/frame.json`),
    import(`../_messages/generated/${locale}/${part}.json`),
  ])
  return { ...frame?.default, ...own?.default }
}

/** The messages of a part of the screens: files that the browser keeps, whatever pages and answers follow. One that did not come is asked for again. */
function messagesIn(locale: Locale, part: MessagePart): Promise<Messages> {
  const key = `${locale} ${part}`
  const begun = loading.get(key)
  if (begun) return begun
  const messages = fetchMessages(locale, part)
  loading.set(key, messages)
  messages.catch(() => loading.delete(key))
  return messages
}

// The page says its language, its address which part it is: its messages are on their way before anything is drawn.
if (typeof document !== 'undefined')
  void messagesIn(document.documentElement.lang === 'en' ? 'en' : 'fr', partOfPath(window.location.pathname))

/** Below this, client components have the messages of `locale` that their screen needs. They are in no page and in no answer of the server. */
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
  const part = partOfPath(usePathname())
  return <NextIntlClientProvider {...rest} locale={locale} messages={use(messagesIn(locale, part))} />
}

'use client'

import english from '../_messages/en.json'
import french from '../_messages/fr.json'
import './global-failure.css'

const LANGUAGES = [
  { lang: 'fr', words: french.error },
  { lang: 'en', words: english.error },
] as const

/** Needs no provider, no headers and nothing inline; says it in both languages, as nobody can tell which one is read. */
export function GlobalFailure() {
  return (
    <main>
      <title>{french.shell.brand}</title>
      {LANGUAGES.map(({ lang, words }) => (
        <section key={lang} lang={lang}>
          <h1>{words.failed.title}</h1>
          <p>{words.failed.text}</p>
          {/* A plain link: the router may be what has failed. */}
          <a href="/">{words.notFound.home}</a>
        </section>
      ))}
    </main>
  )
}

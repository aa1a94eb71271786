import { LANGUAGES } from '@/lib/articles/schema'

/** "français", "French"; the code itself when the browser knows no name. */
export const nameOfLanguage = (code: string, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code

/** The languages that a form offers, in the order of their names, with the one that is set even if it is rare. */
export function languageOptions(locale: string, set: string, unknown: string) {
  const codes = new Set<string>([...LANGUAGES, ...(set ? [set] : [])])
  const named = [...codes].map((value) => ({ value, label: nameOfLanguage(value, locale) }))
  const collator = new Intl.Collator(locale)
  return [{ value: '', label: unknown }, ...named.sort((a, b) => collator.compare(a.label, b.label))]
}

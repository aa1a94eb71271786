import { normalForm } from '@/lib/text/normal-form'

const MARKS = /\p{Mn}+/gu
const APOSTROPHES = /[\u2018\u2019\u201b\u02bc`]/g
const HYPHENS = /[\u2010-\u2015\u2212]/g
const QUOTES = /["\u00ab\u00bb\u201c-\u201f]/g

/**
 * A name folded for comparing and searching: no case, accents, quotation marks or double spaces, one kind of apostrophe
 * and hyphen. Leading articles stay: "Le Monde" is not "Monde".
 */
export function nameKey(name: string): string {
  return (
    // An accent alone, typed for an apostrophe, would come apart as a space and a mark.
    normalForm(name.replaceAll('\u00b4', "'"), 'NFKD')
      .replace(MARKS, '')
      .replace(APOSTROPHES, "'")
      .replace(HYPHENS, '-')
      .replace(QUOTES, ' ')
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .trim()
  )
}

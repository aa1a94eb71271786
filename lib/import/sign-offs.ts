import { agencyOf } from './dateline'
import { readLineDate } from './line-date'
import { classifyLine, type LineFacts } from './line-kinds'
import { areNames } from './names-in-line'

/** In UTF-16 units. */
const LONGEST = 300

const INITIALS = /^\(?[a-zà-ü]{1,5}(?:-[a-zà-ü]{1,5})?(?:\s?\/\s?[a-zà-ü]{1,5}(?:-[a-zà-ü]{1,5})?)+\)?\.?$/
const STAMP_OF = /^(.{2,30}?)\s+(?=\d{6}\s)/
// "Writing Kabul off would be wrong", "Avec Emmanuel Macron, la France a changé": only names follow in a sign-off.
const WORKED =
  /^(?:additional )?(?:(?:reporting|writing|editing|edited|compiled)(?: and (?:writing|editing))? by|reportage (?:de|par)|rédigé par|édité par|version française(?: de| par)?|avec)\s*:?\s+/i
const CONTACT = /^\(\([^()]{0,80}(?:@|\d{3})[^()]{0,80}\)\)\.?$/
const END = /^(?:[-–—*#_ ]{0,4}(?:fin|end|ends|30|xxx)[-–—*#_ ]{1,4}|[-–—*#_]{3,})$|^(?:ENDS?|FIN)$/
const STANDARDS = /^our standards\s?:/i
const CREDIT = /^(?:crédits?(?: photo)?|photo(?:graph)?(?: by| credit)?|picture|image)\s?:\s/i

/** What a line at the end of a text is, when it is none of the article: initials, an agency's stamp, who edited it, rights. */
export function classifyEnd(line: string, language: string | null): LineFacts | null {
  const words = line.trim().replace(/[\u00a0\u202f]/g, ' ')
  if (words === '' || words.length > LONGEST) return null
  if (INITIALS.test(words) || CONTACT.test(words) || END.test(words) || STANDARDS.test(words))
    return { kind: 'signOff' }
  const name = STAMP_OF.exec(words)?.[1]
  const stamp = name ? readLineDate(words.slice(name.length), language) : null
  if (name && stamp && stamp.rest.replace(/GMT|UTC|[\s.]/g, '') === '') {
    const outlet = agencyOf(name)
    return { kind: 'signOff', date: stamp.read, ...(outlet ? { outlet } : {}) }
  }
  const bare = words.replace(/^\((.*)\)$/, '$1').trim()
  if (agencyOf(bare.replace(/^(?:avec|with|source ?:|©) ?/i, ''))) return { kind: 'signOff' }
  const pieces = words.length <= 200 ? bare.split(/[;|]/).map((piece) => piece.replace(/[\s.]+$/, '').trim()) : []
  const worked = pieces.map((piece) => piece.slice(WORKED.exec(piece)?.[0].length ?? piece.length))
  if (worked.length > 0 && worked.every(areNames))
    return { kind: 'signOff', ...(/^reporting/i.test(bare) ? { author: worked[0] } : {}) }
  const credited = CREDIT.exec(words)?.[0]
  if (credited && areNames(words.slice(credited.length).replace(/[©.]/g, ' '))) return { kind: 'caption' }
  const facts = classifyLine(words, language)
  const isEnd = facts && (!facts.isPlain || facts.kind === 'share' || facts.kind === 'copyright')
  return isEnd && !['title', 'outlet', 'slug'].includes(facts.kind) ? facts : null
}

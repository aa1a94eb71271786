import { agencyOf } from './dateline'
import { readLineDate } from './line-date'
import { classifyLine, type LineFacts } from './line-kinds'

/** In UTF-16 units. */
const LONGEST = 300

const INITIALS = /^\(?[a-zà-ü]{1,5}(?:-[a-zà-ü]{1,5})?(?:\s?\/\s?[a-zà-ü]{1,5}(?:-[a-zà-ü]{1,5})?)+\)?\.?$/
const STAMP_OF = /^(.{2,30}?)\s+(?=\d{6}\s)/
const WORKED =
  /^\(?(?:additional )?(?:reporting|writing|editing|edited|compiled|reportage|rédig[ée]|édité|version française|avec)(?: by| par)?\s*:?\s+(.{2,200})$/i
const END = /^(?:[-–—*#_ ]{0,4}(?:fin|end|ends|30|xxx)[-–—*#_ ]{1,4}|[-–—*#_]{3,})$|^(?:ENDS?|FIN)$/
const STANDARDS = /^our standards\s?:/i
const CREDIT = /^(?:crédits?(?: photo)?|photo(?:graph)?(?: by| credit)?|picture|image)\s?:\s/i

/** What a line at the end of a text is, when it is none of the article: initials, an agency's stamp, who edited it, rights. */
export function classifyEnd(line: string, language: string | null): LineFacts | null {
  const words = line.trim().replace(/[\u00a0\u202f]/g, ' ')
  if (words === '' || words.length > LONGEST) return null
  if (INITIALS.test(words) || END.test(words) || STANDARDS.test(words)) return { kind: 'signOff' }
  const name = STAMP_OF.exec(words)?.[1]
  const stamp = name ? readLineDate(words.slice(name.length), language) : null
  if (name && stamp && stamp.rest.replace(/GMT|UTC|[\s.]/g, '') === '') {
    const outlet = agencyOf(name)
    return { kind: 'signOff', date: stamp.read, ...(outlet ? { outlet } : {}) }
  }
  const bare = words.replace(/^\((.*)\)$/, '$1').trim()
  if (agencyOf(bare.replace(/^(?:avec|with|source ?:|©) ?/i, ''))) return { kind: 'signOff' }
  const worked = words.length <= 200 ? WORKED.exec(bare)?.[1] : undefined
  if (worked && /^\p{Lu}/u.test(worked)) {
    const author = /^reporting by/i.test(bare) ? worked.split(/[;|]/)[0]?.trim() : undefined
    return { kind: 'signOff', ...(author ? { author } : {}) }
  }
  if (CREDIT.test(words) && words.length <= 120) return { kind: 'caption' }
  const facts = classifyLine(words, language)
  const isEnd = facts && (!facts.isPlain || facts.kind === 'share' || facts.kind === 'copyright')
  return isEnd && !['title', 'outlet', 'slug'].includes(facts.kind) ? facts : null
}

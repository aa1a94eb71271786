import { agencyOf } from './dateline'
import { type ReadDate, readLineDate } from './line-date'
import { areNames, goWithNames, isOneName } from './names-in-line'
import type { PartKind } from './parts'

/** What a line says about the text. `isPlain`: nothing but its place says so, as with a bare date. */
export type LineFacts = {
  kind: PartKind
  isPlain?: boolean
  title?: string
  outlet?: string
  author?: string
  date?: ReadDate
  address?: string
  place?: string
}

/** In UTF-16 units: longer lines are the article's own. */
const LONGEST = 240

const LABELS: readonly (readonly [RegExp, PartKind])[] = [
  [/^(?:titre|title|headline|objet|subject)$/i, 'title'],
  [/^(?:auteurs?|autrice|author|authors|byline|signature)$/i, 'author'],
  [
    /^(?:date|date de (?:publication|parution)|publi[ée]e?(?: le)?|published(?: on)?|publication date|parution)$/i,
    'date',
  ],
  [/^(?:source|média|media|outlet|publication|journal|newspaper|site)$/i, 'outlet'],
  [/^(?:url|lien|link|adresse|address|web)$/i, 'address'],
  [
    /^(?:rubrique|section|mots[- ]cl[ée]s?|keywords?|tags?|slug|langue|language|cat[ée]gorie|category|lieu|place)$/i,
    'label',
  ],
]
const LABEL = /^([\p{L}\p{M} -]{2,24}?)\s?:\s+(?=\S)/u
const ADDRESS = /^<?(https?:\/\/[^\s<>]+)>?$/i
const REFERENCE = /^(?:[A-Z]{2,6}-)?[A-Z]{1,6}\d{3,6}[A-Z]?(?:\s+[A-Z0-9/()-]{1,14}){0,8}$/
const DESK_REFERENCE = /^[a-z]{2,4}\d{3,5}(?:\s+[\w/()-]{1,14}){1,8}$/
const KEYWORDS = /^(?=.*[\p{Ll}\d]|.*\/)[\p{L}\p{M}\p{N}.'’]+(?:[-/,][\p{L}\p{M}\p{N}.'’]+){2,}(?:\s+\([^)]{1,30}\))?$/u
const PRIORITY =
  /^\(?(?:bulletin|urgent|flash|alerte?|prioritaire|lead(?: \d+)?|updated? ?\d*|breaking(?: news)?|wrapup ?\d*|refile|corrected|correction|exclusi(?:ve|f)|newsalert|news alert)\)?(?:\s*\(?(?:\d+|lead|urgent)\)?)?(?:\s*[-–—:]+\s*|$)/i
// The word alone, or until when: "Sous embargo depuis dix ans" is a sentence.
const EMBARGO =
  /^\W{0,4}(?:(?:strictement |strictly )?(?:sous )?embargo|embargoed|not for (?:release|publication|broadcast)|(?:à )?ne pas (?:publier|diffuser)|for (?:immediate )?release|pour (?:diffusion|publication) immédiate|diffusion (?:interdite|restreinte)|hold for release)(?:\W{0,6}$|[\s:–—-]{1,4}(?:until|till|before|jusqu|avant|(?:at|on|for|pour|du|le|au|à|to)?\s?(?:\p{L}{3,12} )?\d).{0,80}$)/iu
const BY = /^(?:par|by|propos recueillis par|écrit par|written by|texte\s?:|reporting by|signé)\s+/i
const CORRESPONDENT =
  /^(?:de|d['’]|from|by) ?(?:notre|nos|our) (?:envoyée?s?|correspondante?s?|journalistes?|correspondents?|own correspondent)/i
const WHEN =
  /^(?:(?:article )?(?:publi[ée]e?s?|paru|mis en ligne|posté|diffusé|posted|published|issued|released|first published|created)(?: sur [\p{L} .]{2,20}?)?|le|on|date)\s*:?\s*(?:(?:le|on|at|à)\s+)?/iu
const CHANGED =
  /^(?:\(?(?:dernière )?(?:mise?|maj) à jour|mis à jour|maj|modifi[ée]e?|actualisé|(?:last |most recently )?(?:updated|modified))\s*:?\s*(?:(?:le|on|at|à)\s+)?/i
const WITH_DATE =
  /^(?:à|at|le|on|the|du|of|by|de|heures?|h|min|locales?|time|GMT|UTC|CES?T|paris|et|and|à jour|[\s,;:.|•·()–—-])*$/iu
const READING_TIME =
  /^(?:temps de lecture|durée de lecture|reading time|lecture)\s?:?\s*\d{1,3}|^\d{1,3}[ -]?min(?:utes?)?\.?(?: (?:de lecture|read))$/i
// Buttons of a page: the word alone, or with where or what. "Home to millions" and "Menu : …" are headlines.
const SHARE =
  /^(?:(?:partager?|share|tweet(?:er)?|imprimer|print|envoyer|e-?mail|copier le lien|copy link|commenter|réagir|s['’]abonner|subscribe|abonnez-vous|inscrivez-vous|sign up|suivez-nous|follow us|sauvegarder|save|écouter|listen|publicité|advertisement|ad|annonce|lire plus tard|offrir cet article|newsletter|accueil|home|menu|rechercher|search|se connecter|log ?in|sign in|haut de page|back to top)(?:[\s:!|•·]{0,3}|\s+(?:(?:sur|on|via|by|par|with|avec|to)\s+)?(?:cet article|l['’]article|this(?: article| story| page)|e-?mail|courriel|facebook|twitter|x|linkedin|whatsapp|telegram|instagram|youtube|google news)(?:[\s,|•·].{0,60})?)|(?:s['’]abonner|subscribe|abonnez-vous|inscrivez-vous|sign up|suivez-nous|follow us)\s(?:sur|on|à|to|for)\s.{1,90})$/iu
const TEASER =
  /^(?:→|>|»|\*|▶|[-–—])?\s*(?:à lire(?: aussi| également)?|lire(?: aussi| également)?|voir(?: aussi| également)|also read|read (?:also|more|next)|related(?: stories| articles)?|just in|more on this(?: story)?|see also|watch(?: now| also)?|don['’]t miss|à ne pas manquer|sur le même sujet|notre dossier|relire)\s*(?:[:：|–—-]\s*\S|$)/iu
const COPYRIGHT =
  /^(?:©|\([cC]\)\s|[Cc]opyright(?=\s*(?:$|©|\([cC]\)|:?\s*(?:19|20)\d{2}|\s\p{Lu}))|[Tt]ous droits (?:de reproduction )?réservés|[Aa]ll [Rr]ights [Rr]eserved|COPYRIGHT|[Dd]roits de reproduction et de diffusion réservés)/u

const SEPARATORS =
  /,\s+(?=\d)|\s+[|•·–—-]\s+|\s*[|•·]\s*|,?\s+(?=(?:par|by|le|on|publi\S{0,3}|posted|published|mis(?:e)? à jour|updated|modifi\S{0,2})\s)/iu

// "Le Monde", "La Voix du Nord": no sentence that begins with an article.
const NAMED_OUTLET =
  /^(?:(?:L[ea]|Les|The) |L['’])\p{Lu}[\p{L}\p{M}'’-]*(?: (?:d[eu] |des |of |the )?\p{Lu}[\p{L}\p{M}'’-]*){0,3}$/u
const DOMAIN = /^(?:[a-z0-9-]{1,60}\.){1,4}[a-z]{2,12}$/i
const KEPT_AS_SAID = /^(?:mots|keyword|tag|slug)/i

const isOutlet = (name: string) =>
  agencyOf(name) !== null || NAMED_OUTLET.test(name) || DOMAIN.test(name) || (name.length <= 60 && areNames(name))

const withoutStop = (words: string) => words.replace(/[\s.,;:]+$/u, '')

function dateFacts(words: string, language: string | null): LineFacts | null {
  const changed = CHANGED.exec(words)
  const said = changed ?? WHEN.exec(words)
  const found = readLineDate(words.slice(said?.[0].length ?? 0), language)
  // What letters are left are those of a zone.
  if (!found || !WITH_DATE.test(found.rest.replace(/(?<!\p{L})[A-Z]{3,4}(?!\p{L})/u, ''))) return null
  // When it was last changed is set apart, and is not when it was published.
  if (changed) return { kind: 'date' }
  const isPlain = !said || /^(?:le|on)\W*$/i.test(said[0])
  // "Mai 1968" alone is a heading.
  return isPlain && found.read.date?.precision === 'MONTH' ? null : { kind: 'date', date: found.read, isPlain }
}

function labelled(words: string, language: string | null): LineFacts | null {
  const [all = '', name = ''] = LABEL.exec(words) ?? []
  const kind = LABELS.find(([pattern]) => pattern.test(name.trim()))?.[1]
  if (!kind) return null
  const value = withoutStop(words.slice(all.length).trim())
  if (kind === 'date') return dateFacts(words.slice(all.length).trim(), language)
  if (kind === 'author') return areNames(value) ? { kind, author: value } : null
  if (kind === 'address') return ADDRESS.test(value) ? { kind, address: ADDRESS.exec(value)?.[1] ?? value } : null
  if (kind === 'outlet') return isOutlet(value) ? { kind, outlet: value } : null
  if (kind === 'title') return { kind, title: value }
  return KEPT_AS_SAID.test(name) || /^\p{Lu}[^.!?]{0,80}$/u.test(value) ? { kind } : null
}

function bylineFacts(words: string): LineFacts | null {
  const by = BY.exec(words)?.[0]
  if (by && areNames(words.slice(by.length))) return { kind: 'author', author: withoutStop(words.slice(by.length)) }
  const our = CORRESPONDENT.exec(words)?.[0]
  return our && words.length <= 120 && goWithNames(words.slice(our.length))
    ? { kind: 'author', author: withoutStop(words) }
    : null
}

function wholeLine(words: string, language: string | null): LineFacts | null {
  if (EMBARGO.test(words)) return { kind: 'embargo' }
  if (COPYRIGHT.test(words)) return { kind: 'copyright' }
  if (READING_TIME.test(words) || SHARE.test(words)) return { kind: 'share' }
  const address = ADDRESS.exec(words)?.[1]
  if (address) return { kind: 'address', address }
  return bylineFacts(words) ?? dateFacts(words, language) ?? labelled(words, language)
}

/** Beside a date in one line stand names: "Le Monde | 26 août 2021", "Jean Dupont - 26 août 2021", "Paris, 26 août 2021". */
function namesBesideDate(words: string): LineFacts | null {
  const name = withoutStop(words)
  if (name === '') return { kind: 'share' }
  if (agencyOf(name) || NAMED_OUTLET.test(name)) return { kind: 'outlet', outlet: name }
  if (isOneName(name)) return { kind: 'author', author: name }
  return /^\p{Lu}[\p{L}\p{M}'’-]{1,30}$/u.test(name) ? { kind: 'dateline', place: name } : null
}

function inPieces(words: string, language: string | null): LineFacts | null {
  const pieces = words.split(SEPARATORS).filter((piece) => piece.trim() !== '')
  if (pieces.length < 2 || pieces.length > 6) return null
  // "Publié" is cut off from "le 26 août".
  const joined: string[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    if (before && /^(?:publi\S{0,3}|posted|published|mis(?:e)? à jour|updated|modifi\S{0,2})$/i.test(before))
      joined.pop()
    joined.push(before && joined.length < pieces.length && !joined.includes(before) ? `${before} ${piece}` : piece)
  }
  const facts = joined.map((piece) => wholeLine(withoutStop(piece.trim()), language))
  if (!facts.some((each) => each?.kind === 'date')) return null
  const all = facts.map((each, at) => each ?? namesBesideDate(joined[at]?.trim() ?? ''))
  if (all.some((each) => each === null)) return null
  const merged = Object.assign({}, ...all.toReversed()) as Omit<LineFacts, 'kind'>
  return { ...merged, kind: 'date', isPlain: !all.some((each) => each?.kind === 'author') }
}

/** What a line at the head of a text says about it; null for a line of the article. */
export function classifyLine(line: string, language: string | null): LineFacts | null {
  const words = line.trim().replace(/[\u00a0\u202f]/g, ' ')
  if (words.length > LONGEST || words === '') return null
  return wholeLine(words, language) ?? inPieces(words, language)
}

/**
 * True for keywords joined by strokes or a number, as an agency sets them above an item. Alone they may be the name of a place
 * or of a plane.
 */
export const areKeywords = (words: string): boolean =>
  words.length <= 100 && (KEYWORDS.test(words) || REFERENCE.test(words) || DESK_REFERENCE.test(words))

/** The words behind "BULLETIN - " and its like; null where a line does not begin so. */
export function behindPriority(words: string): string | null {
  const mark = PRIORITY.exec(words.slice(0, 80))?.[0]
  // "Urgent", not "urgent": in lower case it is a word of a sentence.
  return mark && /^\W?\p{Lu}/u.test(mark) ? words.slice(mark.length).trim() : null
}

/** True for a line that leads to another article. */
export const isTeaser = (words: string): boolean => words.length <= 300 && TEASER.test(words.slice(0, 300))

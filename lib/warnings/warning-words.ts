/** What the words of a sentence say of the warning in it, in those words; null where nothing was made out. */
export type WarningWords = {
  audience: string | null
  instruction: string | null
  likelihood: string | null
  windowVerbatim: string | null
}

const PEOPLE_FR =
  'citoyens|citoyennes|ressortissants|ressortissantes|voyageurs|expatriés|journalistes|civils|habitants|étrangers|riverains'
const PEOPLE_EN = 'citizens|nationals|travell?ers|expatriates|journalists|civilians|residents|foreigners|staff'
// An adjective behind or before, and no more: "citoyens américains", "Western journalists".
const AUDIENCE = [
  new RegExp(
    `(?<!\\p{L})(?:aux|à (?:ses|leurs|nos)|les|ses|leurs|des)\\s((?:${PEOPLE_FR})(?:\\s(?!de|du|des|à|au|aux|et|en|sur|dans|qui)\\p{L}+)?)`,
    'iu',
  ),
  new RegExp(`(?<!\\p{L})((?:\\p{Lu}[\\p{L}.]*\\s)?(?:${PEOPLE_EN}))(?!\\p{L})`, 'u'),
]

const DO_FR =
  "ne\\spas|n[’']y|rester|éviter|quitter|évacuer|se\\s(?:tenir|mettre|rendre|confiner)|s[’'](?:abstenir|éloigner|abriter)|partir|fuir|chercher|limiter|suivre"
const DO_EN = 'not|avoid|leave|stay|keep|shelter|evacuate|move|depart|remain|refrain|seek|limit|follow|get\\sout'
const TO_END = '[^.;!?“”«»"\\n]{0,300}'
const INSTRUCTION = [
  new RegExp(`(?<!\\p{L})(?:de\\s|d[’'])((?:${DO_FR})(?!\\p{L})${TO_END})`, 'iu'),
  new RegExp(`(?<!\\p{L})to\\s((?:${DO_EN})(?!\\p{L})${TO_END})`, 'iu'),
  new RegExp(`(?<!\\p{L})((?:ne\\svous\\srendez|évitez|quittez|restez|do\\snot|avoid)(?!\\p{L})${TO_END})`, 'iu'),
]

const LIKELIHOOD = [
  /(?<!\p{L})((?:très|hautement|fort|plus que|peu|extrêmement)\s)?(probables?|improbables?|imminente?s?|crédibles?)(?!\p{L})/iu,
  /(?<!\p{L})((?:very|highly|extremely|most|not)\s)?(likely|unlikely|imminent|credible|probable)(?!\p{L})/iu,
]

const NUMBER = '(?:\\d{1,3}|\\p{L}{2,20})'
const WINDOW = [
  new RegExp(
    `(?<!\\p{L})((?:dans|d[’']ici|au cours)\\s(?:les|des)?\\s?(?:prochaines?\\s)?${NUMBER}(?:\\s(?:à|ou)\\s${NUMBER})?\\s(?:prochaines?\\s|prochains\\s)?(?:heures|jours|semaines))`,
    'iu',
  ),
  new RegExp(
    `(?<!\\p{L})((?:within|in|over)\\s(?:the\\s)?(?:next\\s|coming\\s)?${NUMBER}(?:\\s?(?:to|or|[-–])\\s?${NUMBER})?\\s(?:hours|days|weeks))`,
    'iu',
  ),
]

// Longer than a sentence is no sentence of a warning. In UTF-16 units.
const LONGEST = 2000

function firstOf(patterns: readonly RegExp[], words: string, longest: number): string | null {
  for (const pattern of patterns) {
    const match = pattern.exec(words)
    const [whole, ...parts] = match ?? []
    // "très probable" is both parts; the others are one.
    const found = (parts.length > 1 ? whole : parts[0])?.replaceAll(/\s+/g, ' ').trim()
    if (found) return found.slice(0, longest)
  }
  return null
}

/**
 * Reads a French or English sentence for whom it warns, what to do, how likely and when, each in the sentence's own words. A
 * proposal for a person, who sees it before it counts; never throws.
 */
export function readWarning(sentence: string): WarningWords {
  const words = sentence.slice(0, LONGEST)
  return {
    audience: firstOf(AUDIENCE, words, 300),
    instruction: firstOf(INSTRUCTION, words, 2000),
    likelihood: firstOf(LIKELIHOOD, words, 500),
    windowVerbatim: firstOf(WINDOW, words, 300),
  }
}

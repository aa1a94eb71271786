import { isJoinedName, isParticle } from '@/lib/attributions/particles'

const TITLE =
  /^(?:M\.|Mme|Mlle|MM\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sir|Lord|President|Secretary|Minister|Prime|General|Colonel|Gen\.|Sen\.|Rep\.)$/u
// Words that are capital only because a sentence begins with them.
const OPENER = /^(?:Selon|Pour|Les?|La|Une?|Des|Mais|Et|Puis|Hier|Quand|The|An?|But|And|Then|When|For|To)$/u
const WORDS = /[\p{L}’'-]+/gu
const FORENAME = /\p{Lu}[\p{L}’'-]+/u
const APPOSITION = /,\s([^,.:;“”«»]{3,100}),/uy

export const isTitle = (word: string): boolean => TITLE.test(word)

/** Where a family name stands behind other capitalised words, and where those begin. */
type Naming = { start: number; family: number; end: number }

const MOST_FORENAMES = 3

/** The first naming of each family name of a text. */
function namingsIn(text: string): Map<string, Naming> {
  const namings = new Map<string, Naming>()
  // Capitalised words in a row, each a space from the next: the beginnings of the last ones.
  let row: number[] = []
  let end = -1
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const isNext = index === end + 1 && /\s/.test(text.charAt(end))
    const isCapital = /^\p{Lu}/u.test(word) || (row.length > 0 && isJoinedName(word))
    const isWithin = isNext && row.length > 0 && isParticle(word)
    end = index + word.length
    // "Jan van der Berg": the name goes on behind them.
    if (isWithin) continue
    if (isNext && isCapital && row[0] !== undefined) {
      const naming = { start: row[0], family: index, end }
      for (const family of [word, ...(text.charAt(end) === '.' ? [`${word}.`] : [])])
        if (!namings.has(family)) namings.set(family, naming)
    }
    // "d’Anas": the name begins within the word.
    const forename = FORENAME.exec(word)
    if (!forename) row = []
    else if (isNext && isCapital) row = [...row, index].slice(-MOST_FORENAMES)
    else row = [index + forename.index]
  }
  return namings
}

// Every cue of a text asks: its names are gathered once.
let latest = { text: '', namings: new Map<string, Naming>() }

/** The full name that a text has for a name with a title ("M. Mallick": "Anas Mallick"), with the words behind it. */
export function fullNameIn(text: string, family: string): { name: string; apposition: string | null } | null {
  if (latest.text !== text) latest = { text, namings: namingsIn(text) }
  const naming = latest.namings.get(family)
  if (!naming) return null
  const first = text
    .slice(naming.start, naming.family)
    .trim()
    .split(/\s/)
    .filter((word) => !TITLE.test(word) && !OPENER.test(word))
    .join(' ')
  APPOSITION.lastIndex = naming.end
  return first ? { name: `${first} ${family}`, apposition: APPOSITION.exec(text)?.[1] ?? null } : null
}

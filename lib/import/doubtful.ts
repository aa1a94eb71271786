/** A place of a text that is no character, with the words around it; `line`: its number, from 1. */
export type DamagedPlace = { line: number; before: string; after: string }

const MOST_PLACES = 20
const AROUND = 24
const MOST_WORDS = 24
const LONGEST_WORD = 40

/** The first places at which a text holds U+FFFD. */
export function damagedPlaces(text: string): DamagedPlace[] {
  const places: DamagedPlace[] = []
  let [line, counted] = [1, 0]
  for (let at = text.indexOf('\ufffd'); at >= 0 && places.length < MOST_PLACES; ) {
    for (let end = text.indexOf('\n', counted); end >= 0 && end < at; end = text.indexOf('\n', counted)) {
      line += 1
      counted = end + 1
    }
    let to = at + 1
    while (text[to] === '\ufffd') to += 1
    const before = text.slice(Math.max(counted, at - AROUND), at)
    places.push({ line, before, after: text.slice(to, to + AROUND).split('\n')[0] ?? '' })
    at = text.indexOf('\ufffd', to)
  }
  return places
}

/** Words with letters that no other encoding has at their place: by them a person sees whether a text is read rightly. */
export function doubtfulWords(text: string): string[] {
  const words = new Set<string>()
  for (const [word] of text
    .slice(0, 200_000)
    .matchAll(/[^\s\p{ASCII}][^\s]{0,40}|[\p{L}\p{N}'’]{1,40}[^\s\p{ASCII}][^\s]{0,40}/gu)) {
    if (words.size >= MOST_WORDS) break
    words.add(word.slice(0, LONGEST_WORD))
  }
  return [...words]
}

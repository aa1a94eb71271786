// Words that stand beside names in the line of those who wrote: "Par Jean Dupont, envoyé spécial à Kaboul, avec AFP".
const BESIDE =
  'et and avec with de du des d la le les l à au aux in en from for pour of the van von der den bin ben al el y e da di dos ' +
  'notre our envoyé envoyée envoyés spécial spéciale spéciaux correspondant correspondante correspondants correspondent correspondents ' +
  'journaliste journalistes reporter reporters writer writers staff special editor editors rédacteur rédactrice chef photographe ' +
  'photographer political diplomatic foreign security agence agences agencies agency news service la-rédaction rédaction'
const ALLOWED = new Set(BESIDE.split(' '))
const NO_NAMES = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september ' +
    'october november december lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin ' +
    'juillet août septembre octobre novembre décembre by par'
  ).split(' '),
)
const CAPITAL = /^(?:[dl]['’])?\p{Lu}[\p{L}\p{M}.'’-]*$/u
const MOST_WORDS = 24

/** True for names of people or houses, one or several, with what is said of them: no sentence. */
export function areNames(words: string): boolean {
  const tokens = words
    .slice(0, 200)
    .split(/[\s,;&/()|]+/)
    .filter(Boolean)
  if (tokens.length === 0 || tokens.length > MOST_WORDS) return false
  const names = tokens.filter((token) => CAPITAL.test(token) && !ALLOWED.has(token.toLowerCase()))
  if (tokens.some((token) => NO_NAMES.has(token.toLowerCase()))) return false
  return names.length > 0 && tokens.every((token) => CAPITAL.test(token) || ALLOWED.has(token.toLowerCase()))
}

/** True for words that may stand beside names, and names: of "Notre envoyé spécial à Kaboul" what follows the first two. */
export const goWithNames = (words: string): boolean => words.trim() === '' || areNames(`X ${words}`)

/** True for two to four words that each begin with a capital: a person's name, as far as that can be seen. */
export const isOneName = (words: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:de |du |van |von |bin |al-)?\p{Lu}[\p{L}\p{M}.'’-]*){1,3}$/u.test(words.slice(0, 80))

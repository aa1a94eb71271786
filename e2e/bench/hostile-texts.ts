// Texts that ask the most of what reads them: each of any length, the same at every run.

const repeated = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
const around = (first: string, inner: (length: number) => string, last: string) => (length: number) =>
  first + inner(Math.max(1, length - first.length - last.length)) + last
const nested = (open: string, close: string) => (length: number) => {
  const depth = Math.floor(length / 2)
  return open.repeat(depth) + close.repeat(depth)
}
/** Pieces with a number in each, so that none is like another. */
const numbered = (piece: (at: number) => string) => (length: number) => {
  const pieces: string[] = []
  for (let at = 0, size = 0; size < length; at++) {
    pieces.push(piece(at))
    size += pieces.at(-1)?.length ?? 1
  }
  return pieces.join('').slice(0, length)
}
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const nameOf = (at: number) =>
  `${LETTERS.charAt(at % 26).toUpperCase()}${LETTERS.charAt((at >> 3) % 26)}${LETTERS.charAt((at * 7) % 26)}ac`

export const HOSTILE_TEXTS: Readonly<Record<string, (length: number) => string>> = {
  'prose on one line': numbered(
    (at) => `Selon M. ${nameOf(at)}, sept hommes de la ville ${at} sont en fuite, a-t-il dit. `,
  ),
  'short sentences': numbered((at) => `Il a dit que ${at} des hommes sont partis. `),
  'no sentence end': numbered((at) => `alors que les ${at} hommes qui sont là `),
  'one word': repeated('a'),
  'one capital word': repeated('A'),
  'capital words': numbered((at) => `${nameOf(at)} `),
  'all spaces': around('a', repeated(' '), 'b'),
  'all no-break spaces': around('a', repeated('\u00a0'), 'b'),
  'an ellipsis, then spaces': around('a…', repeated(' '), 'b'),
  'all newlines': around('a', repeated('\n'), 'b'),
  'blank lines': repeated('a\n \n'),
  'lines of a word': repeated('mot\n'),
  'dit-il «': repeated('dit-il « '),
  'a-t-il déclaré »': repeated('« a », a-t-il déclaré, '),
  'cues without a stop': repeated('a déclaré que le ministre affirme que '),
  'names that speak': numbered((at) => `Anas ${nameOf(at)} a dit que M. ${nameOf(at)} a dit, `),
  'il elle ils': repeated('il elle ils '),
  'il a dit': repeated('il a dit '),
  selon: repeated('selon '),
  spokesmen: repeated('le porte-parole de journaliste pour '),
  'all opening marks': repeated('«'),
  'all closing marks': repeated('”'),
  'all straight marks': repeated('"'),
  'quoted letters': repeated('« a » '),
  'nested brackets': nested('(', ')'),
  'nested square brackets': nested('[', ']'),
  commas: repeated(','),
  'commas and spaces': repeated(', '),
  dots: repeated('.'),
  ellipses: repeated('… '),
  'ends without words': repeated('? ! '),
  abbreviations: repeated('M. '),
  initials: repeated('A.B.'),
  apostrophes: repeated('l’'),
  hyphens: repeated('-a'),
  'combining marks': around('e', repeated('\u0301'), ''),
  'marks of two kinds': around('e', repeated('\u0301\u0323'), ''),
  'joined emoji': repeated('👨\u200d👩\u200d👧\u200d'),
  flags: repeated('🇫🇷'),
  'astral letters': repeated('𝒜'),
  'both directions': repeated('א ab ב '),
  Han: repeated('漢字'),
  Thai: repeated('ภาษาไทย'),
  digits: repeated('7'),
  'grouped digits': repeated('1 000 '),
  thousands: repeated('1.000.'),
  'number words': repeated('quatre vingt mille '),
  un: repeated('un '),
  'hundreds apart': around('cent', repeated(' '), ', mille'),
  dates: repeated('le 26 août 2021 '),
  'il y a': repeated('il y a '),
  days: repeated('lundi '),
  cells: repeated('=1;"'),
  'date header': around('date 2021-08', repeated(' '), 'x'),
  'control characters': repeated('\u0001a'),
}

/** The same text with a word put in here and there: near to it everywhere, the same nowhere for long. */
export function nearTo(text: string): string {
  const pieces: string[] = []
  for (let at = 0; at < text.length; at += 97) pieces.push(text.slice(at, at + 97))
  return pieces.join(' x ').slice(0, text.length)
}

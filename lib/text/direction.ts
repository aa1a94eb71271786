// The scripts that are written from right to left.
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u
const LETTER = /\p{L}/u

/** True where a line of a text runs from right to left: by its first letter, as `dir="auto"` has it. `at` in UTF-16. */
export function runsRightToLeft(text: string, at: number): boolean {
  const from = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', from)
  const line = text.slice(from, end < 0 ? text.length : end)
  const first = LETTER.exec(line)?.[0]
  return first !== undefined && RIGHT_TO_LEFT.test(first)
}

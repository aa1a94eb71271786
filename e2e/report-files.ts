import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from 'playwright/test'

// What leaves the house, read as somebody else's program would.

/** The rows of a CSV text (RFC 4180, with commas or semicolons) by the names of its columns. */
export function readCsv(text: string, separator: ',' | ';' = ','): Record<string, string>[] {
  const rows: string[][] = [[]]
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}"\\r\\n]*))(${separator}|\\r\\n|$)`, 'g')
  for (const [, quoted, plain = '', end] of text.matchAll(cell)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  const [names = [], ...lines] = rows
  return lines
    .filter((cells) => cells.length === names.length)
    .map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])))
}

/** Follows a download's link and answers the file's name and text. */
export async function download(page: Page, link: Locator): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

/** What stands in a text from one code point to another. */
export const cut = (text: string, { start, end }: { start: number; end: number }) =>
  Array.from(text).slice(start, end).join('')

type Passage = { start: number; end: number; exact: string }

/** The first passage of each of an article's claims, in code points, as its report exports them. */
export async function exportedPassages(page: Page, articleId: string): Promise<Passage[]> {
  const answer = await page.request.get(`/api/v1/articles/${articleId}/report?format=json`)
  expect(answer.ok()).toBe(true)
  const report: { claims: { passages: Passage[] }[] } = await answer.json()
  return report.claims.flatMap(({ passages }) => passages.slice(0, 1))
}

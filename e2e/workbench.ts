import { readFileSync } from 'node:fs'
import { createTranslator } from 'next-intl'
import { expect, type Locator, type Page } from 'playwright/test'
import { cornersOfWords } from './at-rest'

// What people do at an article's workbench, in the window's language. Each verb ends when its effect is to be seen.

type Values = Record<string, string | number>
type Category = 'CASUALTIES' | 'THREAT_WARNING' | 'STATEMENT' | 'OPERATION' | 'QUANTITY' | 'IDENTITY' | 'OTHER'
type Tab = 'claim' | 'attribution' | 'evidence' | 'verdict' | 'activity'

/** The texts of the screens in a language, by their keys. */
export function texts(locale: string) {
  const file = new URL(`../app/_messages/${locale}.json`, import.meta.url)
  const messages: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))
  const t = createTranslator({ locale: locale === 'en' ? 'en' : 'fr', messages, timeZone: 'Asia/Kathmandu' })
  return (key: string, values?: Values): string => t(key, values)
}

/** The texts in the language that the window shows. */
export const textsOf = async (page: Page) => texts((await page.locator('html').getAttribute('lang')) ?? 'fr')

/** The article's text, to be read and selected in. */
export async function articleText(page: Page): Promise<Locator> {
  return page.getByRole('group', { name: (await textsOf(page))('workbench.text.label') })
}

/** What lies open of the selected claim. */
export async function claimPanel(page: Page): Promise<Locator> {
  return page.getByRole('complementary', { name: (await textsOf(page))('workbench.panel.label') })
}

/** The lines of the claims in reading order. */
export async function claimRows(page: Page): Promise<Locator> {
  return page.getByRole('region', { name: (await textsOf(page))('workbench.list.title') }).getByRole('link')
}

/** The menu beside a selection. */
export async function categoryMenu(page: Page): Promise<Locator> {
  return page.getByRole('toolbar', { name: (await textsOf(page))('workbench.menu.label') })
}

/** The form of a mark that is being made. */
export async function markForm(page: Page): Promise<Locator> {
  return page.getByRole('form', { name: (await textsOf(page))('workbench.form.title') })
}

/** Where words of the article stand in the window. */
export async function placeOfWords(page: Page, from: string, to = from) {
  return cornersOfWords(await articleText(page), from, to)
}

/** Turns the wheel over the text until words of it stand in the middle of the window, however far away they are. */
export async function scrollToWords(page: Page, words: string): Promise<void> {
  const text = await articleText(page)
  const height = page.viewportSize()?.height ?? 0
  await text.hover({ position: { x: 40, y: 10 } })
  await expect(async () => {
    const { start } = await placeOfWords(page, words)
    const away = start.y - height / 2
    // What comes near takes its own height, and the words move on: hence again.
    if (Math.abs(away) > height / 4) await page.mouse.wheel(0, away)
    expect(Math.abs(away)).toBeLessThanOrEqual(height / 4)
  }).toPass()
}

/** Draws the mouse over words of the text, or from the words at one end to those at the other. */
export async function selectWords(page: Page, from: string, to = from, { backwards = false } = {}): Promise<void> {
  const { start, end } = await placeOfWords(page, from, to)
  const [down, up] = backwards ? [end, start] : [start, end]
  await page.mouse.move(down.x, down.y)
  await page.mouse.down()
  await page.mouse.move((down.x + up.x) / 2, (down.y + up.y) / 2)
  await page.mouse.move(up.x, up.y)
  await page.mouse.up()
}

/** Clicks into the middle of words of the text. */
export async function clickWords(page: Page, words: string): Promise<void> {
  const { start, end } = await placeOfWords(page, words)
  await page.mouse.click((start.x + end.x) / 2, start.y)
}

/** Chooses the category of what is selected, in the menu. */
export async function chooseCategory(page: Page, category: Category): Promise<void> {
  const t = await textsOf(page)
  await (await categoryMenu(page)).getByRole('button', { name: t(`category.${category}`) }).click()
  // Its wording is read out of the sentence.
  await expect(await markForm(page)).toHaveAttribute('aria-busy', 'false')
}

/** Saves the open form of a mark, with another wording if one is given. The claim is then the selected one. */
export async function saveMark(page: Page, wording?: string): Promise<void> {
  const t = await textsOf(page)
  const form = await markForm(page)
  const field = form.getByRole('textbox', { name: t('workbench.form.wording') })
  if (wording !== undefined) await field.fill(wording)
  const saved = await field.inputValue()
  await form.getByRole('button', { name: t('workbench.form.save') }).click()
  await expect((await claimPanel(page)).getByRole('heading', { level: 2, name: saved, exact: true })).toBeVisible()
  await expect(page).toHaveURL(/[?&]claim=/)
}

/** Marks words as a claim, by mouse. Answers its id. */
export async function markClaim(page: Page, words: string, category: Category, wording?: string): Promise<string> {
  await selectWords(page, words)
  await chooseCategory(page, category)
  await saveMark(page, wording)
  return new URL(page.url()).searchParams.get('claim') ?? ''
}

/** Opens a tab of the selected claim. */
export async function openTab(page: Page, tab: Tab): Promise<Locator> {
  const t = await textsOf(page)
  const panel = await claimPanel(page)
  const link = panel
    .getByRole('navigation', { name: t('workbench.panel.tabs') })
    .getByRole('link', { name: t(`workbench.panel.tab.${tab}`) })
  await link.click()
  await expect(link).toHaveAttribute('aria-current', 'page')
  return panel
}

/** The words that a claim's mark covers as drawn, and the text of the article before them. */
export async function markedWords(page: Page, claimId: string): Promise<{ before: string; words: string }> {
  const text = await articleText(page)
  return text.evaluate((root, id) => {
    const marks = [...root.querySelectorAll(`mark[data-claim="${id}"]`)]
    const [first] = marks
    if (!first) throw new Error('The claim has no mark')
    const before = document.createRange()
    before.setStart(root, 0)
    before.setEndBefore(first)
    return { before: before.toString(), words: marks.map((mark) => mark.textContent).join('') }
  }, claimId)
}

import { readFileSync } from 'node:fs'
import { createTranslator } from 'next-intl'
import { expect, type Locator, type Page } from 'playwright/test'

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

type Corner = { x: number; y: number }

/** Where words of the article stand in the window: the points just inside their first and their last letter. */
export async function placeOfWords(page: Page, from: string, to = from): Promise<{ start: Corner; end: Corner }> {
  const text = await articleText(page)
  return text.evaluate(
    (root, words) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const nodes: { node: Node; at: number }[] = []
      let all = ''
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node, at: all.length })
        all += node.nodeValue
      }
      const first = all.indexOf(words.from)
      const last = all.indexOf(words.to, first) + words.to.length - 1
      if (first < 0 || last < first) throw new Error(`The text has no words ${JSON.stringify(words)}`)
      const boxOf = (at: number) => {
        const holder = nodes.findLast((each) => each.at <= at)
        if (!holder) throw new Error('An offset outside of the text')
        const range = document.createRange()
        range.setStart(holder.node, at - holder.at)
        range.setEnd(holder.node, at - holder.at + 1)
        return range.getBoundingClientRect()
      }
      const [a, b] = [boxOf(first), boxOf(last)]
      return {
        start: { x: a.left + 1, y: a.top + a.height / 2 },
        end: { x: b.right - 1, y: b.top + b.height / 2 },
      }
    },
    { from, to },
  )
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
  await expect(await markForm(page)).toBeVisible()
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

export type NewSource = { name: string; kind: 'PERSON' | 'ORGANISATION' | 'DOCUMENT' }

/** Chooses a source in a field: one that is known by its name, or a new one that it makes on the spot. */
export async function pickSource(field: Locator, source: string | NewSource): Promise<void> {
  const page = field.page()
  const t = await textsOf(page)
  const name = typeof source === 'string' ? source : source.name
  await field.click()
  await field.fill(name)
  // Below what is found stands an offer to create it: the option that begins with the name is the source itself.
  if (typeof source === 'string') await page.getByRole('option', { name: new RegExp(`^${source}`) }).click()
  else {
    await page.getByRole('option', { name: t('source.create', { name }) }).click()
    const form = page.getByRole('group', { name: t('source.newSource') })
    await form.getByLabel(t('source.kindLabel')).selectOption(source.kind)
    await form.getByRole('button', { name: t('source.createButton') }).click()
    await expect(form).toBeHidden()
  }
  await expect(field).toHaveValue(name)
}

export type Hop = { source: string | NewSource; cue?: string; act?: string }

async function fillHops(form: Locator, hops: readonly Hop[]): Promise<void> {
  const t = await textsOf(form.page())
  for (const [index, { source, cue, act }] of hops.entries()) {
    const number = index + 1
    const hop = form.getByRole('group', { name: t('attribution.edit.hop', { number }) })
    if (!(await hop.isVisible())) {
      const add = number === 1 ? 'attribution.edit.addFirst' : 'attribution.edit.addNext'
      await form.getByRole('button', { name: t(add) }).click()
    }
    await pickSource(hop.getByLabel(t('attribution.field.source')), source)
    if (act) await hop.getByLabel(t('attribution.field.speechAct')).selectOption(act)
    if (cue) {
      await hop.getByRole('textbox', { name: t('attribution.field.cueWords'), exact: true }).fill(cue)
      await expect(hop).toContainText(t('attribution.foundAt', { number: '' }).trim())
    }
  }
}

/** Adds a chain to the selected claim, from the article to the origin. */
export async function addChain(page: Page, hops: readonly Hop[]): Promise<void> {
  const t = await textsOf(page)
  const panel = await openTab(page, 'attribution')
  await panel.getByRole('button', { name: t('attribution.addHop') }).click()
  const form = panel.getByRole('form', { name: t('attribution.edit.new') })
  await expect(form).toBeVisible()
  await fillHops(form, hops)
  await form.getByRole('button', { name: t('attribution.edit.save'), exact: true }).click()
  await expect(form).toBeHidden()
}

/** Says of the selected claim that the article speaks in its own voice. */
export async function sayOwnVoice(page: Page): Promise<void> {
  const t = await textsOf(page)
  const panel = await openTab(page, 'attribution')
  await panel.getByRole('button', { name: t('attribution.sayOwnVoice') }).click()
  await expect(panel).toContainText(t('attribution.ownVoice.article'))
}

export type PassageEvidence = {
  article: string
  sentence: string
  stance: string
  hops?: readonly Hop[]
  note?: string
}

/** Adds a passage of another article as evidence for the selected claim. */
export async function addEvidence(page: Page, { article, sentence, stance, hops, note }: PassageEvidence) {
  const t = await textsOf(page)
  const panel = await openTab(page, 'evidence')
  await panel.getByRole('button', { name: t('evidence.add') }).click()
  const form = panel.getByRole('form', { name: t('evidence.add') })
  const chooser = form.getByRole('combobox', { name: t('evidence.passage.article') })
  await chooser.click()
  await chooser.fill(article)
  await page.getByRole('option', { name: article }).click()
  await form
    .getByRole('list', { name: t('evidence.passage.sentences') })
    .getByRole('button', { name: sentence })
    .click()
  await form.getByLabel(t('evidence.field.stance')).selectOption(stance)
  if (note) await form.getByRole('textbox', { name: t('evidence.field.note') }).fill(note)
  if (hops) {
    await form.getByText(t('evidence.chain')).click()
    await fillHops(form, hops)
  }
  await form.getByRole('button', { name: t('evidence.save'), exact: true }).click()
  await expect(form).toBeHidden()
  await expect(panel.getByRole('article').filter({ hasText: sentence })).toBeVisible()
}

/** Gives a verdict on the selected claim, as of today. */
export async function giveVerdict(page: Page, rating: RegExp, reasons: string): Promise<void> {
  const t = await textsOf(page)
  const panel = await openTab(page, 'verdict')
  const reasonsField = panel.getByRole('textbox', { name: t('verdict.field.rationale') })
  const give = panel.getByRole('button', { name: t('verdict.give'), exact: true })
  await expect(reasonsField.or(give)).toBeVisible()
  if (await give.isVisible()) await give.click()
  await panel.getByRole('radio', { name: rating }).check()
  await reasonsField.fill(reasons)
  await panel.getByRole('button', { name: t('verdict.save') }).click()
  await expect(panel.getByRole('article').filter({ hasText: reasons })).toBeVisible()
}

/** The button of a move of the review. */
export async function moveButton(page: Page, move: string): Promise<Locator> {
  const t = await textsOf(page)
  return page
    .getByRole('region', { name: t('review.moves') })
    .getByRole('button', { name: t(`review.action.${move}`), exact: true })
}

/** Waits until the selected claim is in a state, as the head of its panel and its line in the list say. */
export async function expectState(page: Page, state: string): Promise<void> {
  const t = await textsOf(page)
  const head = (await claimPanel(page)).getByRole('heading', { level: 2 }).first().locator('..')
  await expect(head).toContainText(t(`state.${state}`))
  const line = (await claimRows(page)).and(page.locator('[aria-current="true"]'))
  await expect(line).toContainText(t(`state.${state}`))
}

export type Assignment = { checker: string; reviewer: string; dueOn: string }

/** Hands the selected claim to somebody. */
export async function assign(page: Page, { checker, reviewer, dueOn }: Assignment): Promise<void> {
  const t = await textsOf(page)
  await (await moveButton(page, 'assign')).click()
  const dialog = page.getByRole('dialog', { name: t('review.dialog.assign.title') })
  const choose = async (label: string, person: string) => {
    const field = dialog.getByRole('combobox', { name: t(label) })
    await field.click()
    await field.fill(person)
    await page.getByRole('option', { name: person }).click()
  }
  await choose('review.field.assignee', checker)
  await choose('review.field.reviewer', reviewer)
  await dialog.getByLabel(t('review.field.dueOn')).fill(dueOn)
  await dialog.getByRole('button', { name: t('review.dialog.assign.confirm'), exact: true }).click()
  await expect(dialog).toBeHidden()
  await expectState(page, 'ASSIGNED')
}

/** Begins to check the selected claim. */
export async function start(page: Page): Promise<void> {
  await (await moveButton(page, 'start')).click()
  await expectState(page, 'CHECKING')
}

/** Submits the selected claim for review. */
export async function submit(page: Page): Promise<void> {
  await (await moveButton(page, 'submit')).click()
  await expectState(page, 'IN_REVIEW')
}

/** Sends the selected claim back to its checker. */
export async function returnWith(page: Page, comment: string): Promise<void> {
  const t = await textsOf(page)
  await (await moveButton(page, 'return')).click()
  const dialog = page.getByRole('dialog', { name: t('review.dialog.return.title') })
  await dialog.getByRole('textbox', { name: t('review.dialog.return.words') }).fill(comment)
  await dialog.getByRole('button', { name: t('review.dialog.return.confirm'), exact: true }).click()
  await expect(dialog).toBeHidden()
  await expectState(page, 'CHECKING')
}

/** Opens the question whether to approve the verdict of the selected claim. */
export async function askToApprove(page: Page): Promise<Locator> {
  const t = await textsOf(page)
  await (await moveButton(page, 'approve')).click()
  return page.getByRole('dialog', { name: t('review.dialog.approve.title') })
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

type Passage = { start: number; end: number; exact: string }

/** The first passage of each of an article's claims, in code points, as its report exports them. */
export async function exportedPassages(page: Page, articleId: string): Promise<Passage[]> {
  const answer = await page.request.get(`/api/v1/articles/${articleId}/report?format=json`)
  expect(answer.ok()).toBe(true)
  const report: { claims: { passages: Passage[] }[] } = await answer.json()
  return report.claims.flatMap(({ passages }) => passages.slice(0, 1))
}

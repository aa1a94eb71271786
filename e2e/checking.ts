import { expect, type Locator, type Page } from 'playwright/test'
import { openTab, textsOf } from './workbench'

// What people find out about the selected claim: who says so, what bears on it, what it is judged to be.

export type SourceToAdd = { name: string; kind: 'PERSON' | 'ORGANISATION' | 'DOCUMENT' }

/** Chooses a source in a field: one that is known by its name, or a new one that it makes on the spot. */
export async function pickSource(field: Locator, source: string | SourceToAdd): Promise<void> {
  const page = field.page()
  const t = await textsOf(page)
  const name = typeof source === 'string' ? source : source.name
  await field.click()
  await field.fill(name)
  if (typeof source === 'string') {
    // Below stand longer names, such as titles of articles, and an offer to create it.
    const named = page.getByText(source, { exact: true })
    await page.getByRole('option').filter({ has: named }).click()
  } else {
    await page.getByRole('option', { name: t('source.create', { name }) }).click()
    const form = page.getByRole('group', { name: t('source.newSource') })
    await form.getByLabel(t('source.kindLabel')).selectOption(source.kind)
    const create = form
      .getByRole('button', { name: t('source.createButton'), exact: true })
      .or(form.getByRole('button', { name: t('source.createAnyway'), exact: true }))
    // Where a source of nearly the same name is there it is offered first, and the button pressed once more.
    await expect(async () => {
      if (await form.isVisible()) await create.click({ timeout: 2000 })
      await expect(form).toBeHidden({ timeout: 2000 })
    }).toPass()
  }
  await expect(field).toHaveValue(name)
}

export type Hop = { source: string | SourceToAdd; cue?: string; act?: string }

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

/** Adds a chain to the selected claim, from the article to the origin, and waits until it stands there. */
export async function addChain(page: Page, hops: readonly Hop[]): Promise<void> {
  const t = await textsOf(page)
  const panel = await openTab(page, 'attribution')
  // Once a chain stands there, a hop would be one more of that chain.
  const another = panel.getByRole('button', { name: t('attribution.addChain') })
  await ((await another.isVisible()) ? another : panel.getByRole('button', { name: t('attribution.addHop') })).click()
  const form = panel.getByRole('form', { name: t('attribution.edit.new') })
  await expect(form).toBeVisible()
  await fillHops(form, hops)
  const chains = await panel.locator('[data-item]').count()
  await form.getByRole('button', { name: t('attribution.edit.save'), exact: true }).click()
  await expect(form).toBeHidden()
  await expect(panel.locator('[data-item]')).toHaveCount(chains + 1)
}

/** Says of the selected claim that the article names nobody; how it knows is then asked. */
export async function sayNobody(page: Page): Promise<void> {
  const t = await textsOf(page)
  const panel = await openTab(page, 'attribution')
  await panel.getByRole('button', { name: t('attribution.sayNobody') }).click()
  await expect(
    panel.getByRole('article').filter({ hasText: t('attribution.nobody.article.NOT_ANSWERED') }),
  ).toBeVisible()
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
  // Where an earlier verdict needs attention, a new one is to decide anew.
  const give = panel
    .getByRole('button', { name: t('verdict.give'), exact: true })
    .or(panel.getByRole('button', { name: t('verdict.decideAnew'), exact: true }))
  await expect(reasonsField.or(give)).toBeVisible()
  if (await give.isVisible()) await give.click()
  await panel.getByRole('radio', { name: rating }).check()
  await reasonsField.fill(reasons)
  await panel.getByRole('button', { name: t('verdict.save') }).click()
  await expect(panel.getByRole('article').filter({ hasText: reasons })).toBeVisible()
}

export type EnteredFigure = {
  words: string
  number: string
  event: string
  isKnown?: boolean
  replaces?: { figure: RegExp; reason: string }
}

/** Adds a figure of an event to the selected claim; the event is made where there is none of this name. */
export async function addFigure(page: Page, figure: EnteredFigure): Promise<void> {
  const { words, number, event, isKnown = false, replaces } = figure
  const t = await textsOf(page)
  const panel = await openTab(page, 'claim')
  await panel.getByRole('button', { name: t('figure.add') }).click()
  const form = panel.getByRole('form', { name: t('figure.add') })
  await form.getByRole('textbox', { name: t('figure.field.verbatim'), exact: true }).fill(words)
  await form.getByRole('combobox', { name: t('figure.field.measure') }).selectOption('KILLED')
  await form.getByRole('textbox', { name: t('figure.field.best'), exact: true }).fill(number)
  const field = form.getByRole('combobox', { name: t('figure.field.event') })
  await field.fill(event)
  const known = page.getByRole('option', { name: event, exact: true })
  const create = page.getByRole('option', { name: t('event.picker.create', { title: event }) })
  await (replaces || isKnown ? known : create).click()
  await expect(field).toHaveValue(event)
  if (replaces) {
    const choice = form.getByRole('combobox', { name: t('figure.field.supersedes') })
    const option = choice.getByRole('option', { name: replaces.figure })
    await choice.selectOption(await option.getAttribute('value'))
    await form.getByRole('textbox', { name: t('figure.field.supersedesReason') }).fill(replaces.reason)
  }
  await form.getByRole('button', { name: t('figure.save') }).click()
  await expect(form).toBeHidden()
}

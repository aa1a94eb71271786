import type { Locator, Page } from 'playwright/test'
import { importText, openNewArticle, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { claimPanel, markClaim, openTab, texts } from './workbench'

const t = texts('fr')

/** Opens the form of a new figure for the selected claim. */
async function openFigureForm(page: Page): Promise<Locator> {
  const panel = await openTab(page, 'claim')
  await panel.getByRole('button', { name: t('figure.add') }).click()
  const form = panel.getByRole('form', { name: t('figure.add') })
  await expect(form.getByRole('textbox', { name: t('figure.field.verbatim'), exact: true })).toBeVisible()
  return form
}

const takeDate = /^Accepter la date/

/** Takes over what is read in the claim's words, by keys alone, for an event found or made on the spot. */
async function fillFigure(form: Locator, event: string, isNew: boolean): Promise<void> {
  const page = form.page()
  await form.getByRole('textbox', { name: t('figure.field.verbatim'), exact: true }).press('Enter')
  await expect(form.getByRole('button', { name: takeDate })).toBeVisible()
  await form.getByRole('textbox', { name: t('figure.field.asOfWords') }).press('Enter')
  await expect(form.getByRole('button', { name: takeDate })).toBeHidden()
  const field = form.getByRole('combobox', { name: t('figure.field.event'), exact: true })
  // The event stays chosen for the article's next figure.
  if (!isNew) return expect(field).toHaveValue(event)
  await field.fill(event)
  const name = t('event.picker.create', { title: event })
  await expect(page.getByRole('option', { name, exact: true })).toBeVisible()
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(field).toHaveValue(event)
  await expect(page.getByRole('listbox')).toBeHidden()
}

async function saveFigure(form: Locator): Promise<void> {
  await form.getByRole('button', { name: t('figure.save') }).click()
  await expect(form).toBeHidden()
}

test('figures are read out of words, gathered on their event, compared, and one takes another’s place', async ({
  as,
}) => {
  const editor = await as('editor')
  const word = ownWord()
  const event = `Attaque du pont ${word}`
  // By the form, which reads the date out of the text.
  await importText(
    editor,
    ` date 2021-08 in

Au moins treize soldats ont été tués hier, dit le ${word}.

Le bilan est passé à 95 morts le 30 août.

Il est de quarante morts le 31 août.`,
  )
  await markClaim(editor, 'Au moins treize soldats ont été tués hier', 'CASUALTIES')
  const first = await openFigureForm(editor)
  await fillFigure(first, event, true)
  await expect(first.getByLabel(t('figure.field.low'), { exact: true })).toHaveValue('13')
  await expect(first.getByLabel(t('figure.field.qualifier'), { exact: true })).toHaveValue('AT_LEAST')
  await expect(first.getByLabel(t('figure.field.population'), { exact: true })).toHaveValue('MILITARY')
  await expect(first.getByLabel(t('source.date.from'), { exact: true })).toHaveValue('2021-07-31')
  await expect(first.getByLabel(t('source.date.until'), { exact: true })).toHaveValue('2021-08-30')
  await saveFigure(first)
  const panel = await claimPanel(editor)
  await expect(panel).toContainText('au moins 13 tués')

  await markClaim(editor, 'Le bilan est passé à 95 morts le 30 août', 'CASUALTIES')
  const second = await openFigureForm(editor)
  await fillFigure(second, event, false)
  await saveFigure(second)

  await markClaim(editor, 'Il est de quarante morts le 31 août', 'CASUALTIES')
  const third = await openFigureForm(editor)
  await fillFigure(third, event, false)
  await expect(third.getByLabel(t('figure.field.best'), { exact: true })).toHaveValue('40')
  await saveFigure(third)
  await panel.getByRole('link', { name: event }).click()

  await test.step('the event shows them, and what contradicts', async () => {
    await expect(editor.getByRole('heading', { level: 1, name: event })).toBeVisible()
    await expect(editor.getByRole('main')).toContainText(t('event.contradiction.title', { count: 1 }))
    const plot = editor.getByRole('region', { name: t('event.plot.label') })
    await expect(plot.getByRole('link')).toHaveCount(3)
    const table = editor.getByRole('table')
    await expect(table.getByRole('row')).toHaveCount(4)
    await expectAccessible(editor)
    await plot.getByRole('link', { name: /^40 tués/ }).focus()
    await editor.keyboard.press('Enter')
    await expect(editor).toHaveURL(/[?&]claim=/)
  })

  await test.step('the later one corrects the earlier one', async () => {
    await panel.getByRole('button', { name: /^Modifier le chiffre/ }).click()
    const form = panel.getByRole('form', { name: /^Modifier le chiffre/ })
    const words = 'Le bilan est passé à 95 morts le 30 août'
    const earlier = t('figure.links.figure', { facts: '95 tués · 30 août 2021', wording: `${words}.` })
    await form.getByLabel(t('figure.field.supersedes'), { exact: true }).selectOption({ label: earlier })
    await form.getByRole('button', { name: t('figure.save') }).click()
    await expect(form.getByRole('alert')).toContainText(t('reason.figure.supersedesReasonMissing'))
    await form.getByRole('textbox', { name: t('figure.field.supersedesReason') }).fill('Correction du maire')
    await saveFigure(form)
    await panel.getByRole('link', { name: event }).click()
    await expect(editor.getByRole('table')).toContainText('Correction du maire')
    await expect(editor.getByRole('main')).not.toContainText(t('event.contradiction.title', { count: 1 }))
  })

  await test.step('a reader sees it all, and is told why nothing can be changed', async () => {
    const viewer = await as('viewer', { colorScheme: 'dark' })
    await viewer.goto(`/events?q=${word}`)
    await viewer.getByRole('link', { name: event }).click()
    await expect(viewer.getByRole('heading', { level: 1, name: event })).toBeVisible()
    const edit = viewer.getByRole('button', { name: t('event.edit') })
    await expect(edit).toHaveAttribute('aria-disabled', 'true')
    await edit.focus()
    await expect(viewer.getByRole('tooltip')).toContainText(t('reason.permission.checker'))
    await viewer.keyboard.press('Escape')
    await expectAccessible(viewer)
    await viewer.getByRole('table').getByRole('link').first().click()
    const add = (await claimPanel(viewer)).getByRole('button', { name: t('figure.add') })
    await expect(add).toHaveAttribute('aria-disabled', 'true')
  })
})

test('what was typed is not overwritten by what is read', async ({ as }) => {
  const editor = await as('editor')
  await openNewArticle(editor, `Près de deux cents blessés, dit le ${ownWord()}.`)
  await markClaim(editor, 'Près de deux cents blessés', 'CASUALTIES')
  const form = await openFigureForm(editor)
  await form.getByLabel(t('figure.field.best'), { exact: true }).fill('190')
  await form.getByRole('button', { name: /^Accepter le chiffre lu/ }).click()
  await expect(form.getByLabel(t('figure.field.best'), { exact: true })).toHaveValue('190')
  await expect(form.getByLabel(t('figure.field.measure'), { exact: true })).toHaveValue('INJURED')
})

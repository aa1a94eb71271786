import { expect, type Locator, type Page } from 'playwright/test'
import { claimPanel, claimRows, textsOf } from './workbench'

// How the selected claim moves through its review.

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

/** Makes a move that asks for a reason first. */
export async function moveWithReason(page: Page, move: 'drop' | 'reopen' | 'restore', reason: string): Promise<void> {
  const t = await textsOf(page)
  await (await moveButton(page, move)).click()
  const dialog = page.getByRole('dialog', { name: t(`review.dialog.${move}.title`) })
  await dialog.getByRole('textbox', { name: t(`review.dialog.${move}.words`) }).fill(reason)
  await dialog.getByRole('button', { name: t(`review.dialog.${move}.confirm`), exact: true }).click()
  await expect(dialog).toBeHidden()
}

/** Opens the question whether to approve the verdict of the selected claim. */
export async function askToApprove(page: Page): Promise<Locator> {
  const t = await textsOf(page)
  await (await moveButton(page, 'approve')).click()
  return page.getByRole('dialog', { name: t('review.dialog.approve.title') })
}

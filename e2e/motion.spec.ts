import type { Page } from 'playwright/test'
import { openNewArticle, ownWord, refusal } from './desk'
import { expect, test } from './fixtures'
import { claimRows, markClaim, openTab, textsOf } from './workbench'

// Whoever has asked for less motion sees none: no fade of a colour, no slide, no delay.

// Longer than this (milliseconds) is to be seen.
const TO_BE_SEEN = 1

/** Notes whatever moves in a window from now on, styles and scripts alike. Answers what has moved. */
async function watchMotion(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate((least) => {
    const moved: string[] = []
    Reflect.set(window, 'recoupeMoved', moved)
    const look = (event: Event) => {
      for (const { effect } of document.getAnimations()) {
        const target = effect instanceof KeyframeEffect ? effect.target : null
        const end = Number(effect?.getComputedTiming().endTime ?? 0)
        if (end > least) moved.push(`${event.type}: ${target?.outerHTML.slice(0, 120)} for ${end} ms`)
      }
    }
    for (const type of ['transitionrun', 'animationstart']) document.addEventListener(type, look, true)
    const { scrollBy } = Element.prototype
    Element.prototype.scrollBy = function spied(...how: unknown[]) {
      const [options] = how
      if (options instanceof Object && Reflect.get(options, 'behavior') === 'smooth') moved.push('a smooth scroll')
      Reflect.apply(scrollBy, this, how)
    }
  }, TO_BE_SEEN)
  return () => page.evaluate(() => [...new Set<string>(Reflect.get(window, 'recoupeMoved'))])
}

/** A claim opened, tabs, a form, a refusal, a dialog, a menu and a notice: what moves elsewhere moves here too. */
async function walkAbout(page: Page): Promise<void> {
  const t = await textsOf(page)
  const rows = await claimRows(page)
  await rows.nth(1).click()
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true')
  const panel = await openTab(page, 'evidence')
  await panel.getByRole('button', { name: t('evidence.add') }).click()
  await panel.getByRole('button', { name: t('evidence.save'), exact: true }).click()
  await expect(refusal(page).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await openTab(page, 'activity')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: t('workbench.keys.title') })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('button', { name: t('shell.userMenu', { name: 'Édith Éditrice' }) }).click()
  await page.keyboard.press('Escape')
  await rows.first().click()
  await (await openTab(page, 'claim')).getByRole('button', { name: t('claim.delete') }).click()
  await page
    .getByRole('alert')
    .getByRole('button', { name: t('claim.undo'), exact: true })
    .click()
  await expect(rows).toHaveCount(2)
}

for (const reducedMotion of ['reduce', 'no-preference'] as const)
  test(`what moves on the screens: ${reducedMotion}`, async ({ as }) => {
    const page = await as('editor', { reducedMotion })
    const own = ownWord()
    await openNewArticle(page, `Deux ponts sont coupés. Trois ponts tiennent, dit le ${own}.`)
    await markClaim(page, 'Deux ponts', 'QUANTITY')
    await markClaim(page, 'Trois ponts', 'QUANTITY')
    await page.reload()
    const moved = await watchMotion(page)
    await walkAbout(page)
    // Without the wish there is motion: that it is seen shows that the watch works.
    if (reducedMotion === 'reduce') expect(await moved()).toEqual([])
    else expect(await moved()).not.toEqual([])
  })

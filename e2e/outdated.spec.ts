import { refusal } from './desk'
import { expect, test } from './fixtures'
import { mintSession } from './given-people'
import { textsOf } from './workbench'

// A tab that was open while Recoupe was updated: what its page sends is known to no action any more.
test.use({ allowed: [/status of 409/] })

test('a page of an earlier version says so, keeps what was typed, and leads to the updated one', async ({
  visitor,
}) => {
  const page = await visitor({ storageState: await mintSession('checker2@recoupe.example') })
  await page.goto('/account')
  const t = await textsOf(page)
  await page.route('**/account', async (route) => {
    const headers = route.request().headers()
    if (!headers['next-action']) return route.continue()
    return route.continue({ headers: { ...headers, 'next-action': `40${'f'.repeat(40)}` } })
  })
  const name = page.getByLabel(t('account.name'))
  await name.fill('Vera V.')
  await page.getByRole('button', { name: t('account.saveName') }).click()
  const alert = refusal(page)
  await expect(alert).toContainText(t('reason.outdated'))
  await expect(name).toHaveValue('Vera V.')
  const opened = page.context().waitForEvent('page')
  await alert.getByRole('link', { name: t('ui.updated.open') }).click()
  const updated = await opened
  await expect(updated.getByLabel(t('account.name'))).toHaveValue('Vera Vérificatrice')
  await expect(name).toHaveValue('Vera V.')
})

import type { Page } from 'playwright/test'
import { giveCredentials, ownWord, refusal, signInByForm } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { givePerson } from './given-people'

const password = process.env.RECOUPE_DEMO_PASSWORD ?? ''

/** A new member of the team, signed in in the window by the form. Answers their address. */
async function newMember(page: Page): Promise<string> {
  const email = await givePerson(`Paule ${ownWord()}`)
  await signInByForm(page, email, password)
  return email
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('a copied cookie opens nothing after sign-out, by our button or by the library’s own route', async ({
  visitor,
  page,
}) => {
  const email = await newMember(page)
  for (const way of ['button', 'route']) {
    if (way === 'route') {
      await signInByForm(page, email, password)
    }
    const copied = await page.context().cookies()
    const session = copied.find(({ name }) => name.endsWith('recoupe-session'))
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })

    const replay = await visitor()
    const thief = replay.context()
    await thief.addCookies(copied)
    await replay.goto('/team')
    await expect(heading(replay)).toHaveText('Équipe')

    if (way === 'button') {
      await page.getByRole('button', { name: /^Menu de Paule/ }).click()
      await page.getByRole('button', { name: 'Se déconnecter' }).click()
      await expect(heading(page)).toHaveText('Connexion')
    } else {
      const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
      await page.request.post('/api/auth/signout', { form: { csrfToken, json: 'true' } })
    }
    await replay.goto('/team')
    await expect(heading(replay)).toHaveText('Connexion')
    // Nor does the library's route renew it.
    await thief.clearCookies()
    await thief.addCookies(copied)
    expect(await (await replay.request.get('/api/auth/session')).json()).toEqual({})
    await replay.goto('/team')
    await expect(heading(replay)).toHaveText('Connexion')
  }
})

test('one’s own sessions are listed; one of them, then all others are ended', async ({ page, visitor }) => {
  const email = await newMember(page)
  const windows: Page[] = []
  for (const path of ['/team', '/articles', '/sources']) {
    const window = await visitor()
    await window.goto(path)
    await giveCredentials(window, email, password)
    await expect(window).toHaveURL(path)
    windows.push(window)
  }
  const open = async () => {
    const titles: (string | null)[] = []
    for (const window of windows) {
      await window.goto('/team')
      await expect(heading(window)).toHaveText(/^(Équipe|Connexion)$/)
      titles.push(await heading(window).textContent())
    }
    return titles.filter((title) => title === 'Équipe').length
  }
  await page.goto('/account')
  const sessions = page.getByRole('region', { name: /^Sessions/ })
  await expect(sessions.getByRole('listitem')).toHaveCount(4)
  await expect(sessions.getByRole('listitem').first()).toContainText('Cette session')
  await expect(sessions.getByRole('listitem').first()).toContainText('Chrome sous Linux')
  await expectAccessible(page)

  await sessions
    .getByRole('button', { name: /^Mettre fin à la session Chrome sous Linux/ })
    .first()
    .click()
  await expect(sessions.getByRole('listitem')).toHaveCount(3)
  expect(await open()).toBe(2)

  await sessions.getByRole('button', { name: 'Mettre fin à toutes les autres' }).click()
  await page.getByRole('button', { name: 'Mettre fin aux autres sessions' }).click()
  await expect(sessions).toContainText('Vous n’êtes connecté nulle part ailleurs.')
  expect(await open()).toBe(0)
  await expect(page.getByRole('region', { name: 'Dernières connexions' }).getByRole('listitem')).toHaveCount(4)
})

test('guessing at an account locks out the guesser, whatever address they claim, and not the person', async ({
  visitor,
  page,
}) => {
  const email = await newMember(page)
  await page.getByRole('button', { name: /^Menu de Paule/ }).click()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()

  const guesser = await visitor()
  await guesser.goto('/sign-in')
  for (let i = 0; i <= 10; i++) {
    await guesser.setExtraHTTPHeaders({ 'X-Forwarded-For': `198.51.100.${i}` })
    await giveCredentials(guesser, email, `guess ${i}`)
    await expect(refusal(guesser)).toContainText(i < 10 ? 'n’est pas le bon' : 'Réessayez dans 15 minutes')
    await expect(guesser.getByLabel('Mot de passe', { exact: true })).toHaveValue('')
  }
  await giveCredentials(page, email, password)
  await expect(heading(page)).toContainText('Bonjour')
  await page.goto('/account')
  const signIns = page.getByRole('region', { name: 'Dernières connexions' })
  await expect(signIns).toContainText('10 mots de passe incorrects en une heure')
  await expect(signIns).toContainText('Connexion bloquée pour un temps après trop d’échecs')
})

test('a password that is soon guessed is refused with what to do', async ({ page }) => {
  await newMember(page)
  await page.goto('/account')
  await page.getByLabel('Mot de passe actuel', { exact: true }).fill(password)
  for (const [weak, why] of [
    ['password1234', 'Prenez quatre mots ou plus'],
    ['            ', 'au moins 12 caractères'],
  ] as const) {
    await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(weak)
    await page.getByRole('button', { name: 'Changer le mot de passe' }).click()
    await expect(refusal(page).first()).toContainText(why)
    await expect(page.getByLabel('Mot de passe actuel', { exact: true })).toHaveValue(password)
  }
  await page.getByLabel('Nouveau mot de passe', { exact: true }).fill('une lampe 7 rivières calmes')
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click()
  await expect(page.getByLabel('Nouveau mot de passe', { exact: true })).toHaveValue('')
  await page.reload()
  await expect(heading(page)).toHaveText('Mon compte')
})

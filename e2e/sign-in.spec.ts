import { giveCredentials, ownWord, refusal, signInByForm } from './desk'
import { expect, test } from './fixtures'
import { givePerson } from './given-people'

const password = process.env.RECOUPE_DEMO_PASSWORD ?? ''
const editor = 'editor@recoupe.example'

test('a wrong password is refused in words, the address is kept, the right one opens the desk', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await giveCredentials(page, editor, 'not the right one')
  await expect(refusal(page)).toContainText('L’adresse ou le mot de passe n’est pas le bon.')
  await expect(refusal(page)).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Adresse de courriel' })).toHaveValue(editor)

  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bonjour, Édith Éditrice')

  await page.getByRole('button', { name: 'Menu de Édith Éditrice' }).click()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connexion')
  await page.goto('/team')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fteam$/)
})

test('whoever is sent to sign in comes back to where they wanted to go, and never to another site', async ({
  page,
}) => {
  await page.goto('/articles?q=Kaboul&archived=1')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connexion')
  await giveCredentials(page, 'viewer@recoupe.example', password)
  await expect(page).toHaveURL('/articles?q=Kaboul&archived=1')
  await page.goto('/sign-in?next=//elsewhere.example/')
  await expect(page).toHaveURL('/')
})

test.describe('in an English browser', () => {
  test.use({ locale: 'en-GB' })

  test('everything is English, until the person chooses French; the choice stays', async ({ page }) => {
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
    await page.getByRole('textbox', { name: 'E-mail address' }).fill('nobody@recoupe.example')
    await page.getByLabel('Password', { exact: true }).fill('whatever it was')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(refusal(page)).toContainText('The address or the password is not right.')

    await page.getByRole('button', { name: 'Français' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connexion')
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
    await giveCredentials(page, 'viewer@recoupe.example', password)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bonjour, Liou Lecture')

    await page.getByRole('button', { name: 'Menu de Liou Lecture' }).click()
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello, Liou Lecture')
    await page.goto('/team')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Team')
  })
})

test('signing out everywhere ends the session of the other window, and of that person alone', async ({
  as,
  visitor,
  page,
}) => {
  const admin = await as('admin')
  await admin.goto('/team')
  const email = await givePerson(`Paule ${ownWord()}`)
  await signInByForm(page, email, password)

  const other = await visitor()
  await other.goto('/account')
  await giveCredentials(other, email, password)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Mon compte')

  await other.getByRole('button', { name: 'Se déconnecter partout' }).click()
  await other.getByRole('button', { name: 'Tout déconnecter' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Connexion')

  await page.getByRole('link', { name: 'Articles', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Connexion')
  await admin.reload()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Équipe')
})

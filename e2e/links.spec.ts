import type { Page } from 'playwright/test'
import { acceptInvitation, giveCredentials, invite, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'

// Who owns nothing finds no screen of the installation.
test.use({ allowed: [/status of 404/] })

const newPerson = (role = 'Vérificateur') => {
  const own = ownWord()
  return { name: `Paule ${own}`, email: `${own}@recoupe.example`, role }
}
const rowOf = (page: Page, { email }: { email: string }) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: email })

/** Makes a link in the dialog that is open, and closes it. */
async function makeLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Créer le lien' }).click()
  const link = await page.getByRole('textbox', { name: 'Lien à remettre' }).inputValue()
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer', exact: true }).last().click()
  await expect(page.getByRole('dialog')).toBeHidden()
  return link
}

async function makeProject(page: Page, name: string): Promise<void> {
  await page.goto('/projects/new')
  await page.getByRole('textbox', { name: 'Nom du projet' }).fill(name)
  await page.getByRole('button', { name: 'Créer le projet' }).click()
  await expect(page.getByRole('main')).toContainText(name)
}

test('the owner vouches for a forgotten password: the person is told, and nobody else can do it', async ({
  as,
  page,
}) => {
  const owner = await as('admin')
  const person = newPerson('Administrateur')
  // In a project of its own: the demo project has one admin.
  await makeProject(owner, `Bureau ${ownWord()}`)
  await acceptInvitation(page, await invite(owner, person), 'une phrase de passe à moi')

  // An admin who owns nothing learns whom to ask, and finds no other way.
  await page.goto('/team')
  await page.getByRole('button', { name: 'Mot de passe oublié de Adèle Admin' }).click()
  await expect(page.getByRole('dialog')).toContainText('Demandez-le à : Adèle Admin')
  await expect(page.getByRole('dialog').getByRole('link')).toHaveCount(0)
  await page.goto('/installation')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas')

  await owner.goto('/team')
  await owner.getByRole('button', { name: `Mot de passe oublié de ${person.name}` }).click()
  await owner.getByRole('link', { name: 'Ouvrir l’écran Installation' }).click()
  await expect(owner.getByRole('heading', { level: 1 })).toHaveText('Installation')
  await expectAccessible(owner)
  const own = owner.getByRole('button', { name: 'Lien de réinitialisation pour Adèle Admin' })
  await expect(own).toHaveAccessibleDescription(/Votre propre mot de passe se change dans/)
  await rowOf(owner, person)
    .getByRole('button', { name: `Lien de réinitialisation pour ${person.name}` })
    .click()
  await owner.getByRole('button', { name: 'Créer le lien' }).click()
  await expect(owner.getByRole('textbox', { name: 'Motif' })).toHaveAttribute('aria-invalid', 'true')
  await owner.getByRole('textbox', { name: 'Motif' }).fill('Elle m’a appelé, je connais sa voix.')
  const link = await makeLink(owner)

  // Told at once, while still signed in.
  await page.goto('/')
  const told = page.getByRole('region', { name: /^Accès aux comptes/ })
  await expect(told).toContainText('a créé un lien qui remplace votre mot de passe.')
  await expect(told).toContainText('Elle m’a appelé, je connais sa voix.')

  const forgetful = await as('viewer')
  await forgetful.context().clearCookies()
  await forgetful.goto(link)
  await expect(forgetful.getByRole('main')).toContainText('Elle m’a appelé, je connais sa voix.')
  await expectAccessible(forgetful)
  await forgetful.getByLabel('Nouveau mot de passe', { exact: true }).fill('une autre phrase, bien plus longue')
  await forgetful.getByRole('button', { name: 'Enregistrer et se connecter' }).click()
  await expect(forgetful.getByRole('heading', { level: 1 })).toHaveText(`Bonjour, ${person.name}`)
  const notices = forgetful.getByRole('region', { name: /^Accès aux comptes/ })
  await expect(notices).toContainText('Votre mot de passe a été remplacé par un lien que Adèle Admin a créé.')
  await forgetful.reload()
  await notices.getByRole('button', { name: 'J’ai lu' }).click()
  await expect(notices).toHaveCount(0)

  // The session that began with the old password is over, and so is that password.
  await page.goto('/team')
  await giveCredentials(page, person.email, 'une phrase de passe à moi')
  await expect(page.getByRole('alert').filter({ hasText: 'n’est pas le bon' })).toBeVisible()
})

test('two projects invite one address: the older link is dead, and each project has its own door', async ({
  as,
  page,
}) => {
  const admin = await as('admin')
  const person = newPerson()
  const bureau = `Bureau ${ownWord()}`
  await makeProject(admin, bureau)
  const older = await invite(admin, person)
  await admin.getByRole('button', { name: 'Menu de Adèle Admin' }).click()
  await admin.getByRole('button', { name: 'Kaboul, août 2021' }).click()
  await expect(admin.getByRole('main')).toContainText('Kaboul, août 2021')
  const newer = await invite(admin, person)

  await page.goto(older)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce lien n’est plus valable')
  await expect(page.getByRole('main')).toContainText(`à un administrateur du projet « ${bureau} »`)
  await page.goto(newer)
  await expect(page.getByRole('main')).toContainText('Adèle Admin vous invite dans le projet « Kaboul, août 2021 »')
  await acceptInvitation(page, newer, 'une phrase de passe à moi')
  await page.getByRole('button', { name: `Menu de ${person.name}` }).click()
  await expect(page.getByRole('dialog')).not.toContainText(bureau)

  // The other project lets them in by its own link, to which they sign in themselves.
  await admin.getByRole('button', { name: 'Menu de Adèle Admin' }).click()
  await admin.getByRole('button', { name: bureau }).click()
  await expect(admin.getByRole('main')).toContainText(bureau)
  await admin.goto('/team')
  await admin.getByRole('button', { name: `Nouveau lien d’invitation pour ${person.name}` }).click()
  const join = await makeLink(admin)

  const stranger = await as('viewer')
  await stranger.goto(join)
  await expect(stranger.getByRole('main')).toContainText(`Cette invitation est pour l’adresse ${person.email}`)
  await expect(stranger.getByRole('button', { name: 'Rejoindre le projet' })).toHaveCount(0)
  await expectAccessible(stranger)
  await stranger.context().clearCookies()
  await stranger.goto(join)
  await stranger.getByRole('link', { name: 'Se connecter' }).click()
  await giveCredentials(stranger, person.email, 'une phrase de passe à moi')
  await stranger.getByRole('button', { name: 'Rejoindre le projet' }).click()
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(`Bonjour, ${person.name}`)
  await expect(stranger.getByRole('main')).toContainText(bureau)
})

test('looking at a link uses nothing up, and its address goes to no other site', async ({ as, page, request }) => {
  const admin = await as('admin')
  const link = await invite(admin, newPerson())
  expect((await request.head(link)).status()).toBe(200)
  const looked = await request.get(link, { headers: { 'Next-Router-Prefetch': '1', Purpose: 'prefetch' } })
  expect(looked.headers()['referrer-policy']).toBe('same-origin')
  expect((await request.get(link)).headers()['cache-control']).toContain('no-store')
  await acceptInvitation(page, link, 'une phrase de passe à moi')

  const madeUp = await request.get(`/invitation/${'x'.repeat(43)}`)
  const text = await madeUp.text()
  expect(text).toContain('Vérifiez que vous l’avez copié en entier')
  expect(text).not.toContain('Kaboul, août 2021')
})

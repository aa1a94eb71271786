import { acceptInvitation, invite, ownWord } from './desk'
import { expect, test } from './fixtures'

const newPerson = (role: string) => {
  const own = ownWord()
  return { name: `Paule ${own}`, email: `${own}@recoupe.example`, role }
}

test('an admin invites a person, changes the role and ends the membership', async ({ as, page }) => {
  const admin = await as('admin')
  const person = newPerson('Vérificateur')
  const link = await invite(admin, person)
  const row = admin.getByRole('main').getByRole('listitem').filter({ hasText: person.email })
  await expect(row).toContainText('Invitation en attente')
  // Shown once: not in the page any more, and not after a reload either.
  await admin.reload()
  await expect(row).toBeVisible()
  expect(await admin.content()).not.toContain(link.split('/').at(-1))

  await page.goto(link)
  await expect(page.getByRole('textbox', { name: 'Adresse de courriel' })).toHaveValue(person.email)
  await page.getByLabel('Nouveau mot de passe', { exact: true }).fill('trop court')
  await page.getByRole('button', { name: 'Créer mon compte' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'au moins 12 caractères' })).toBeVisible()
  await acceptInvitation(page, link, 'une phrase de passe à moi')
  await expect(page.getByRole('main')).toContainText('Kaboul, août 2021')

  await admin.reload()
  await expect(row).not.toContainText('Invitation en attente')
  await row.getByRole('button', { name: `Changer le rôle de ${person.name}` }).click()
  const roleDialog = admin.getByRole('dialog', { name: `Changer le rôle de ${person.name}` })
  await roleDialog.getByRole('radio', { name: 'Éditeur' }).check()
  await roleDialog.getByRole('button', { name: 'Enregistrer le rôle' }).click()
  await expect(roleDialog).toBeHidden()
  await expect(row).toContainText('Éditeur')
  await page.goto('/articles/import')
  await expect(page.getByRole('textbox', { name: 'Texte de l’article' })).toBeVisible()

  await row.getByRole('button', { name: `Retirer ${person.name} du projet` }).click()
  await admin.getByRole('button', { name: 'Retirer du projet' }).click()
  await expect(admin.getByRole('region', { name: /^Anciens membres/ })).toContainText(person.email)
  await page.goto('/articles')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vous n’avez pas de projet')

  // The link has been used: it says so, and does nothing.
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce lien a déjà servi')

  await admin.getByRole('button', { name: `Réintégrer ${person.name}` }).click()
  await expect(admin.getByRole('region', { name: /^Membres/ })).toContainText(person.email)
  await page.goto('/articles')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Articles')
})

test('a viewer reads the team and the articles, and changes nothing', async ({ as }) => {
  const viewer = await as('viewer')
  await viewer.goto('/team')
  await expect(viewer.getByRole('main')).toContainText('Édith Éditrice')
  await expect(viewer.getByRole('main').getByRole('button')).toHaveCount(0)

  await viewer.goto('/articles')
  const importing = viewer.getByRole('button', { name: 'Importer un article' })
  await expect(importing).toHaveAttribute('aria-disabled', 'true')
  await importing.focus()
  await expect(viewer.getByRole('tooltip').filter({ visible: true })).toContainText('éditeur')
  await expect(viewer.getByRole('button', { name: /^Actions sur/ })).toHaveCount(0)

  await viewer.goto('/articles/import')
  await expect(viewer.getByRole('heading', { level: 1 })).toHaveText('Seuls les éditeurs importent des articles')
})

test('the desk shows the project that one has chosen, until one chooses another', async ({ as }) => {
  const admin = await as('admin')
  const name = `Un autre bureau ${ownWord()}`
  await admin.goto('/projects/new')
  await admin.getByRole('textbox', { name: 'Nom du projet' }).fill(name)
  await admin.getByRole('button', { name: 'Créer le projet' }).click()
  await expect(admin.getByRole('main')).toContainText(name)
  const team = admin.getByRole('main').getByText('Édith Éditrice')
  const expectDemo = async (isDemo: boolean) => {
    await admin.goto('/team')
    await expect(admin.getByRole('main').getByText('Adèle Admin').first()).toBeVisible()
    await expect(team).toHaveCount(isDemo ? 1 : 0)
  }
  await expectDemo(false)
  const choose = async (project: string) => {
    await admin.getByRole('button', { name: 'Menu de Adèle Admin' }).click()
    await admin.getByRole('button', { name: project }).click()
    await expect(admin).toHaveURL('/')
  }
  await choose('Kaboul, août 2021')
  await expectDemo(true)
  await choose(name)
  await expectDemo(false)
})

test('the last admin cannot be taken out of the project, and is told why', async ({ as }) => {
  const admin = await as('admin')
  // A project of its own: other stories make administrators in the demo's.
  const name = `Seule aux commandes ${ownWord()}`
  await admin.goto('/projects/new')
  await admin.getByRole('textbox', { name: 'Nom du projet' }).fill(name)
  await admin.getByRole('button', { name: 'Créer le projet' }).click()
  await expect(admin.getByRole('main')).toContainText(name)
  await admin.goto('/team')
  const end = admin.getByRole('button', { name: 'Retirer Adèle Admin du projet' })
  await expect(end).toHaveAttribute('aria-disabled', 'true')
  await expect(end).toHaveAccessibleDescription(/C’est le dernier administrateur du projet/)
  await end.press('Enter')
  await expect(admin.getByRole('tooltip').filter({ visible: true })).toContainText('Nommez-en d’abord un autre.')
  await expect(admin.getByRole('dialog')).toHaveCount(0)
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readableMail } from '@/seeds/readable-mail'
import { acceptInvitation, giveCredentials, invite, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'

const MAILS = process.env.RECOUPE_TEST_MAILS ?? ''

/** The mails to this address that the mail server of the tests has taken, newest last. */
const mailsTo = (email: string) =>
  readdirSync(MAILS)
    .filter((name) => name.endsWith('.eml'))
    .sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
    .map((name) => readableMail(readFileSync(join(MAILS, name), 'utf8')))
    .filter(({ head }) => new RegExp(`^To: .*<${email}>`, 'm').test(head))

/** The link of the newest mail to this address, once it has come. */
async function linkMailedTo(email: string): Promise<string> {
  await expect.poll(() => mailsTo(email).length, { message: `a mail comes to ${email}` }).toBeGreaterThan(0)
  return /http:\/\/\S+\/(?:invitation|reset)\/[\w-]{43}/.exec(mailsTo(email).at(-1)?.body ?? '')?.[0] ?? ''
}

const newPerson = (mailbox = '') => {
  const own = ownWord()
  return { name: `Paule ${own}`, email: `${mailbox}${own}@recoupe.example`, role: 'Vérificateur' }
}

test('an admin invites by mail, and the person comes in by the link that the mail server got', async ({ as, page }) => {
  const admin = await as('admin')
  const person = newPerson()
  await invite(admin, person)
  const row = admin.getByRole('main').getByRole('listitem').filter({ hasText: person.email })
  // Without a reload: the screen looks again by itself while the mail is on its way.
  await expect(row).toContainText('Invitation envoyée par courriel le')
  await expectAccessible(admin)
  const mail = mailsTo(person.email).at(-1)
  expect(mail?.body).toContain('Adèle Admin vous invite')
  await acceptInvitation(page, await linkMailedTo(person.email), 'une phrase de passe à moi')
  await expect(page.getByRole('main')).toContainText('Kaboul, août 2021')
  await admin.reload()
  await expect(row).not.toContainText('courriel')
})

test('the owner sees what failed and why, retries it by keyboard, and sees it done', async ({ as }) => {
  const owner = await as('admin')
  const person = newPerson('once')
  await invite(owner, person)
  const row = owner.getByRole('main').getByRole('listitem').filter({ hasText: person.email })
  await expect(row).toContainText('Le serveur de courriel a refusé le message (code 550)')
  await expect(row).not.toContainText('This mailbox is closed today')
  await expect(row.getByRole('button', { name: `Réessayer d’envoyer le courriel à ${person.name}` })).toBeVisible()

  await owner.goto('/installation')
  await owner.getByRole('link', { name: 'Tâches de fond' }).press('Enter')
  await expect(owner.getByRole('heading', { level: 1 })).toHaveText('Tâches de fond de l’installation')
  const failed = owner.getByRole('region', { name: /^En échec/ })
  const job = failed.getByRole('listitem').filter({ hasText: person.name })
  await expect(job).toContainText('Le serveur de courriel a refusé le message')
  await expect(job).toContainText('This mailbox is closed today')
  await expect(job).toContainText('projet « Kaboul, août 2021 »')
  await expectAccessible(owner)
  await job.getByRole('button', { name: /^Réessayer/ }).press('Enter')
  await expect(owner.getByRole('status')).toContainText('est de nouveau en attente')
  await expect(owner.getByRole('status')).toBeFocused()
  const done = owner.getByRole('region', { name: 'Faites récemment' })
  await expect(done.getByRole('listitem').filter({ hasText: person.name })).toBeVisible()
  await expect(failed.getByRole('listitem').filter({ hasText: person.name })).toHaveCount(0)
  expect(await linkMailedTo(person.email)).toContain('/invitation/')
})

test('an editor reads the jobs of their project, and retries none', async ({ as }) => {
  const editor = await as('editor')
  await editor.goto('/team')
  await editor.getByRole('link', { name: 'Tâches de fond' }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('Tâches de fond')
  await expect(editor.getByRole('main')).toContainText('Un processus travaille aux tâches de fond.')
  await expect(editor.getByRole('main').getByRole('button')).toHaveCount(0)
})

test('who has forgotten the password asks for a link by mail; an address that nobody has is answered the same', async ({
  as,
  page,
}) => {
  const admin = await as('admin')
  const person = newPerson()
  await acceptInvitation(page, await invite(admin, person), 'une phrase de passe à moi')
  await page.context().clearCookies()
  const ask = async (email: string) => {
    await page.goto('/sign-in')
    await page.getByRole('link', { name: /^Mot de passe oublié/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mot de passe oublié')
    await expectAccessible(page)
    await page.getByRole('textbox', { name: 'Adresse de courriel' }).fill(email)
    await page.getByRole('textbox', { name: 'Adresse de courriel' }).press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Regardez vos courriels')
    return page.getByRole('main').textContent()
  }
  const unknown = await ask(`${ownWord()}@recoupe.example`)
  expect(await ask(person.email)).toBe(unknown)
  await expectAccessible(page)
  await expect.poll(() => linkMailedTo(person.email)).toContain('/reset/')
  await page.goto(await linkMailedTo(person.email))
  await expect(page.getByRole('main')).toContainText('envoyé à votre adresse')
  await expectAccessible(page)
  await page.getByLabel('Nouveau mot de passe', { exact: true }).fill('une autre phrase, bien plus longue')
  await page.getByRole('button', { name: 'Enregistrer et se connecter' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Bonjour, ${person.name}`)
  await expect(page.getByRole('region', { name: /^Accès aux comptes/ })).toContainText('demandé depuis l’écran')
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await giveCredentials(page, person.email, 'une phrase de passe à moi')
  await expect(page.getByRole('alert').filter({ hasText: 'n’est pas le bon' })).toBeVisible()
})

import type { Page } from 'playwright/test'
import { addChain, addFigure, giveVerdict } from './checking'
import { openNewArticle, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { claimPanel, claimRows, markClaim, texts } from './workbench'

// What a verdict rests on changes under it: it asks for attention, says what changed, and is given anew.

const t = texts('fr')

const attentionIn = async (page: Page) =>
  (await claimPanel(page)).getByRole('region', { name: t('attention.title'), exact: true })

test('a figure is superseded in another article: the verdict asks for attention until it is reaffirmed', async ({
  as,
}) => {
  const page = await as('editor', { colorScheme: 'dark' })
  const own = ownWord()
  await openNewArticle(page, `Le bilan est passé à 170 morts, dit le ${own}.`)
  await markClaim(page, 'Le bilan', 'OTHER', `Un bilan (${own}).`)
  await markClaim(page, '170 morts', 'CASUALTIES', `Cent soixante-dix morts (${own}).`)
  await addFigure(page, { words: '170 morts', number: '170', event: `Attentat ${own}` })
  await giveVerdict(page, /Invérifiable/, 'Un seul texte le dit.')
  await expect(await attentionIn(page)).toHaveCount(0)

  await openNewArticle(page, `Le bilan est désormais de 182 morts, dit encore le ${own}.`)
  await markClaim(page, '182 morts', 'CASUALTIES')
  const replaces = { figure: new RegExp(own), reason: 'Le ministère corrige.' }
  await addFigure(page, { words: '182 morts', number: '182', event: `Attentat ${own}`, replaces })

  await page.goto('/')
  const list = page.getByRole('region', { name: new RegExp(t('desk.list.needsAttention')) })
  const row = list.getByRole('link').filter({ hasText: own })
  await expect(row).toContainText('1 chiffre remplacé')
  await expectAccessible(page)
  await row.click()

  const box = await attentionIn(page)
  await expect(box).toContainText('1 chiffre remplacé')
  const pair = box.getByRole('group', { name: t('figure.field.verbatim') })
  await expect(pair.getByRole('deletion')).toHaveText('170')
  await expect(pair.getByRole('insertion')).toHaveText('182')
  await expect(box).toContainText('Le ministère corrige.')
  await expect(await claimRows(page)).toContainText([t('workbench.list.needsAttention')])
  await expectAccessible(page)
  const workbench = page.url()
  await page.goto(`${new URL(workbench).pathname}/report`)
  const contents = page.getByRole('navigation', { name: t('report.contents') })
  await expect(contents.getByRole('listitem').filter({ hasText: t('attention.title') })).toContainText([
    /170|soixante-dix/,
  ])
  await page.goto(workbench)

  const panel = await claimPanel(page)
  await panel.getByRole('button', { name: t('verdict.reaffirm'), exact: true }).click()
  await expect(panel.getByText(t('verdict.reaffirming.title'))).toBeVisible()
  await expect(panel.getByRole('radio', { name: /Invérifiable/ })).toBeChecked()
  const reasons = panel.getByRole('textbox', { name: t('verdict.field.rationale') })
  await expect(reasons).toHaveValue('Un seul texte le dit.')
  await reasons.fill('Un seul texte le dit ; le nouveau bilan non plus n’est confirmé par personne.')
  await panel.getByRole('button', { name: t('verdict.reaffirming.save') }).click()
  await expect(box).toHaveCount(0)
  await expect(panel).toContainText(t('verdict.earlier', { count: 1 }))
  await expect(panel.getByText(t('verdict.needsAttention'))).toHaveCount(0)
  await page.goto('/')
  await expect(row).toHaveCount(0)
})

test('two sources are merged: the verdict asks for attention, and no more once the merge is undone', async ({ as }) => {
  const page = await as('editor', { colorScheme: 'light' })
  const own = ownWord()
  await page.goto('/sources')
  await page.getByRole('button', { name: 'Ajouter une source' }).click()
  const form = page.getByRole('group', { name: 'Nouvelle source' })
  await form.getByRole('combobox', { name: 'Nature' }).selectOption('Organisation')
  await form.getByRole('textbox', { name: 'Nom' }).fill(`Agence ${own}`)
  await form.getByRole('button', { name: 'Créer la source' }).click()
  await page.waitForURL(/\/sources\/[0-9a-f-]{36}$/)
  const kept = page.url()

  await openNewArticle(page, `Selon le bureau ${own}, deux ponts sont coupés.`)
  await markClaim(page, 'deux ponts', 'QUANTITY')
  await addChain(page, [{ source: { name: `Bureau ${own}`, kind: 'ORGANISATION' } }])
  await giveVerdict(page, /Invérifiable/, 'Personne d’autre ne le dit.')
  const workbench = page.url()
  await expect(await attentionIn(page)).toHaveCount(0)

  await page.goto(kept)
  await page.getByRole('button', { name: 'Fusionner avec…' }).click()
  const dialog = page.getByRole('dialog', { name: `Fusionner « Agence ${own} »` })
  await dialog.getByRole('combobox', { name: 'Avec quelle source ?' }).fill(`bureau ${own}`)
  await page.getByRole('option', { name: new RegExp(`^Bureau ${own}`) }).click()
  await dialog.getByRole('button', { name: 'Voir ce qui changerait' }).click()
  await page.getByRole('button', { name: 'Fusionner les deux sources' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Agence ${own}`)

  await page.goto(workbench)
  const box = await attentionIn(page)
  await expect(box).toContainText('1 source fusionnée')
  await expect(box.getByRole('deletion')).toHaveText('Bureau')
  await expect(box.getByRole('insertion')).toHaveText('Agence')
  await expectAccessible(page)

  await page.goto(kept)
  await page.getByRole('button', { name: `Défaire la fusion de « Bureau ${own} »` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Défaire la fusion' }).click()
  await expect(page.getByText('Fusion défaite')).toBeVisible()
  await page.goto(workbench)
  await expect(page.getByRole('article').filter({ hasText: 'Personne d’autre ne le dit.' })).toBeVisible()
  await expect(box).toHaveCount(0)
})

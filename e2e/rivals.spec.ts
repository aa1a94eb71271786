import type { Page } from 'playwright/test'
import { expectNothingTooWide } from './at-rest'
import { addChain, addEvidence, addFigure, giveVerdict } from './checking'
import { openClaim, openNewArticle, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { askToApprove, assign, expectState, start, submit } from './review'
import { claimPanel, markClaim, openTab, texts } from './workbench'

// What others say of the same thing stands beside a verdict, and who gave it is told when its figure is superseded.

const t = texts('fr')

test('a figure’s rivals stand beside its verdict and where it is approved, and its checker is told who took its place', async ({
  as,
}) => {
  test.setTimeout(300_000)
  const editor = await as('editor')
  const own = ownWord()
  const event = `Attentat ${own}`
  const [before, after] = [`Quatre-vingt-quinze morts (${own}).`, `Cent soixante-dix morts (${own}).`]
  const rivalsIn = async (page: Page) =>
    (await claimPanel(page)).getByRole('region', { name: /^Chiffres pour la même/ })

  await openNewArticle(editor, `La reprise de ${own}.\n\nLe bilan est passé à 170 morts, dit la santé.`)
  await markClaim(editor, '170 morts', 'CASUALTIES', after)
  await addFigure(editor, { words: '170 morts', number: '170', event })
  await addChain(editor, [{ source: { name: `Santé ${own}`, kind: 'ORGANISATION' } }])
  const later = editor.url()

  await openNewArticle(editor, `Le bilan est de 95 morts, dit la mairie de ${own}.`)
  await markClaim(editor, '95 morts', 'CASUALTIES', before)
  await addFigure(editor, { words: '95 morts', number: '95', event, isKnown: true })
  await addChain(editor, [{ source: { name: `Mairie ${own}`, kind: 'ORGANISATION' } }])
  await expect((await openTab(editor, 'claim')).getByText(`Origine : Mairie ${own}`)).toBeVisible()

  await test.step('beside the verdict', async () => {
    await openTab(editor, 'verdict')
    const rivals = await rivalsIn(editor)
    await expect(rivals.getByRole('listitem')).toHaveCount(2)
    await expect(rivals.getByRole('listitem').filter({ hasText: t('rivals.own') })).toContainText('95 tués')
    const other = rivals.getByRole('listitem').filter({ hasText: after })
    await expect(other).toContainText('170 tués')
    await expect(other).toContainText(`Santé ${own}`)
    await expectAccessible(editor)
  })

  const checker = await as('checker')
  await test.step('where it is approved', async () => {
    await assign(editor, { checker: 'Victor Vérificateur', reviewer: 'Édith Éditrice', dueOn: '2031-05-09' })
    await checker.goto(editor.url())
    await start(checker)
    const sentence = 'Le bilan est passé à 170 morts, dit la santé.'
    await addEvidence(checker, { article: `La reprise de ${own}`, sentence, stance: 'CONTEXT' })
    await giveVerdict(checker, /Invérifiable/, `Personne ne le confirme (${own}).`)
    await submit(checker)
    await editor.reload()
    const dialog = await askToApprove(editor)
    await expect(dialog.getByRole('region', { name: /^Chiffres pour la même/ })).toContainText('170 tués')
    await dialog.getByRole('button', { name: t('review.dialog.approve.confirm'), exact: true }).click()
    await expect(dialog).toBeHidden()
    await expectState(editor, 'APPROVED')
  })

  await test.step('another figure takes its place: its checker is told, and it is deprecated', async () => {
    await editor.goto(later)
    await openClaim(editor, after)
    const panel = await openTab(editor, 'claim')
    await panel.getByRole('button', { name: /^Modifier le chiffre/ }).click()
    const form = panel.getByRole('form', { name: /^Modifier le chiffre/ })
    const choice = form.getByRole('combobox', { name: t('figure.field.supersedes') })
    const option = choice.getByRole('option', { name: new RegExp(before.slice(0, 20)) })
    await choice.selectOption(await option.getAttribute('value'))
    await form.getByRole('textbox', { name: t('figure.field.supersedesReason') }).fill('Nouveau bilan')
    await form.getByRole('button', { name: t('figure.save') }).click()
    await expect(form).toBeHidden()

    await checker.goto('/')
    const words = t('notice.kind.FIGURE_SUPERSEDED', { who: 'Édith Éditrice', claim: before })
    await checker
      .getByRole('region', { name: t('notice.title') })
      .getByRole('link')
      .filter({ hasText: words })
      .click()
    await expect(checker).toHaveURL(/[?&]tab=verdict/)
    const mine = (await rivalsIn(checker)).getByRole('listitem').filter({ hasText: t('rivals.own') })
    await expect(mine).toContainText(t('figure.standing.superseded'))
  })

  await test.step('the event says so, on a narrow screen in the dark too', async () => {
    await (await rivalsIn(checker)).getByRole('link', { name: event }).click()
    await expect(checker.getByRole('heading', { level: 1, name: event })).toBeVisible()
    const series = checker.getByRole('region', { name: t('event.plot.label') })
    await expect(series).toContainText('2 chiffres')
    await expect(series).toContainText('2 origines')
    await expect(series).toContainText(t('event.series.superseded', { amount: '95', by: '170' }))
    await expect(series.getByRole('link', { name: /^95 tués.*Remplacé/ })).toBeVisible()
    const narrow = await as('viewer', { colorScheme: 'dark', viewport: { width: 390, height: 844 } })
    await narrow.goto(checker.url())
    await expect(narrow.getByRole('region', { name: t('event.plot.label') }).getByRole('link')).toHaveCount(2)
    await expectNothingTooWide(narrow)
    await expectAccessible(narrow)
  })
})

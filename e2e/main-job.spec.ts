import { sha256 } from '@/lib/sha256'
import { addChain, addEvidence, giveVerdict, sayNobody } from './checking'
import { importText, openClaim, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { expectCsv, expectJson } from './main-job-report'
import { download } from './report-files'
import { askToApprove, assign, expectState, moveButton, returnWith, start, submit } from './review'
import { chooseCategory, claimPanel, claimRows, markForm, openTab, saveMark, selectWords, texts } from './workbench'

const t = texts('fr')

// In English, in short: main-job-short.spec.ts.
test('the whole main job, from a pasted text to the verdict report', async ({ as }) => {
  test.setTimeout(240_000)
  const own = ownWord()
  const toll = `Au moins 13 soldats ont été tués à ${own}.`
  const told = `Selon M. Mallick, au moins${toll.slice('Au moins'.length)}`
  const threat = 'L’ambassade a averti ses ressortissants : une attaque contre l’aéroport est imminente.'
  const text = `Le ${own} a rouvert ce matin. ${told}\n\n${threat}\n\nLa piste nord est fermée depuis hier.`
  const said = 'D’après la santé, 13 soldats sont morts.'

  const editor = await as('editor')
  await importText(editor, `La reprise de ${own}.\n\n${said} C’est une dépêche.`)
  const articleId = await importText(editor, text)

  await test.step('the editor marks a death toll by mouse and a warning by key', async () => {
    await selectWords(editor, '13 soldats ont été tués')
    await chooseCategory(editor, 'CASUALTIES')
    const form = await markForm(editor)
    // "M." ends no sentence: the wording is the sentence around the selected words, without who says so.
    await expect(form.getByRole('textbox', { name: t('workbench.form.wording') })).toHaveValue(toll)
    await expect(form.getByRole('radio', { name: t('checked.CONTENT') })).toBeChecked()
    await expectAccessible(editor)
    await saveMark(editor)
    await expectState(editor, 'OPEN')

    await selectWords(editor, 'une attaque contre l’aéroport est imminente')
    await editor.keyboard.press('w')
    await expect(form.getByRole('combobox', { name: t('workbench.form.category') })).toHaveValue(
      t('category.THREAT_WARNING'),
    )
    await expect(form.getByRole('textbox', { name: t('workbench.form.wording') })).toHaveValue(threat)
    await expect(form.getByRole('radio', { name: t('checked.UTTERANCE') })).toBeChecked()
    await saveMark(editor)

    await selectWords(editor, 'La piste nord est fermée')
    await chooseCategory(editor, 'OPERATION')
    await saveMark(editor)
    await expect(await claimRows(editor)).toHaveCount(3)
  })

  await test.step('the fields of the toll and of the warning', async () => {
    await openClaim(editor, toll)
    const panel = await claimPanel(editor)
    await panel.getByRole('button', { name: t('figure.add') }).click()
    const words = panel.getByRole('textbox', { name: t('figure.field.verbatim'), exact: true })
    await expect(words).toHaveValue('13 soldats ont été tués')
    await panel.getByLabel(t('figure.field.measure')).selectOption('KILLED')
    await panel.getByLabel(t('figure.field.qualifier')).selectOption('AT_LEAST')
    await panel.getByRole('textbox', { name: t('figure.field.low') }).fill('13')
    await panel.getByLabel(t('figure.field.population')).selectOption('MILITARY')
    await panel.getByRole('button', { name: t('figure.save') }).click()
    const noun = t('figure.counted.KILLED', { count: 13 })
    await expect(panel).toContainText(t('figure.amount.AT_LEAST', { number: 13, noun }))

    await openClaim(editor, threat)
    await panel.getByRole('button', { name: t('warning.add') }).click()
    await panel.getByRole('textbox', { name: t('warning.field.audience') }).fill('ses ressortissants')
    await panel.getByRole('textbox', { name: t('warning.field.targets') }).fill('l’aéroport')
    await panel.getByRole('textbox', { name: t('warning.field.likelihood') }).fill('imminente')
    await panel.getByRole('button', { name: t('warning.save') }).click()
    await expect(panel.getByRole('definition').filter({ hasText: 'ses ressortissants' })).toBeVisible()
  })

  await test.step('who says so: a known source with its cue words, then a new one; a text that names nobody', async () => {
    await openClaim(editor, toll)
    await addChain(editor, [
      { source: 'Anas Mallick', cue: 'Selon' },
      { source: { name: `Santé ${own}`, kind: 'ORGANISATION' }, act: 'CONFIRMED' },
    ])
    const chain = (await claimPanel(editor)).getByRole('article', {
      name: t('attribution.chainOf', { number: 1, total: 1 }),
    })
    await expect(chain.getByRole('listitem')).toContainText([t('attribution.article'), 'Anas Mallick', `Santé ${own}`])
    await openClaim(editor, 'La piste nord')
    await sayNobody(editor)
  })

  await test.step('the editor assigns the claim', async () => {
    await openClaim(editor, toll)
    await assign(editor, { checker: 'Victor Vérificateur', reviewer: 'Édith Éditrice', dueOn: '2031-05-09' })
    await expect(await claimPanel(editor)).toContainText('9 mai 2031')
  })

  const checker = await as('checker')
  await test.step('the checker finds it by a notice and among the own claims', async () => {
    await checker.goto('/')
    const mine = checker.getByRole('region', { name: t('desk.list.mine') })
    await expect(mine.getByRole('link').filter({ hasText: own })).toContainText(toll)
    const notice = checker.getByRole('region', { name: t('notice.title') }).getByRole('link')
    await notice.filter({ hasText: toll }).first().click()
    await expectState(checker, 'ASSIGNED')
    await expect(checker).toHaveURL(new RegExp(`/articles/${articleId}\\?claim=`))
    await start(checker)
  })

  await test.step('the checker adds evidence, gives a verdict and submits', async () => {
    await addEvidence(checker, {
      article: `La reprise de ${own}`,
      sentence: said,
      stance: 'REPEATS',
      hops: [{ source: `Santé ${own}`, cue: 'D’après la santé' }],
      note: 'Le même ministère, dans une autre dépêche.',
    })
    const panel = await openTab(checker, 'attribution')
    // Two texts, one voice behind both.
    await expect(panel.getByRole('region', { name: t('independence.title') })).toContainText('2 → 1')
    await giveVerdict(checker, /^\W*Exact/, `Le ministère compte lui-même ses morts (${own}).`)
    await expect(panel).toContainText(t('verdict.notApproved'))
    await expectAccessible(checker)
    await submit(checker)
    // Taken back once, and handed in again.
    await (await moveButton(checker, 'withdraw')).click()
    await expectState(checker, 'CHECKING')
    await submit(checker)
    const approve = await moveButton(checker, 'approve')
    await expect(approve).toHaveAttribute('aria-disabled', 'true')
    await approve.press('Enter')
    const why = checker.getByRole('tooltip').filter({ visible: true })
    await expect(why).toContainText(t('reason.review.ownVerdict'))
    await expect(checker.getByRole('dialog')).toHaveCount(0)
  })

  const comment = `Précisez la date du décompte (${own}).`
  await test.step('the editor returns it, not without a comment', async () => {
    await editor.goto('/')
    const waiting = editor.getByRole('region', { name: t('desk.list.toReview') })
    await waiting.getByRole('link').filter({ hasText: own }).click()
    await expectState(editor, 'IN_REVIEW')
    await (await moveButton(editor, 'return')).click()
    const dialog = editor.getByRole('dialog', { name: t('review.dialog.return.title') })
    await dialog.getByRole('button', { name: t('review.dialog.return.confirm'), exact: true }).click()
    await expect(dialog).toContainText(t('reason.comment.bodyMissing'))
    await dialog.getByRole('button', { name: t('ui.cancel') }).click()
    await returnWith(editor, comment)
  })

  await test.step('the checker reads the comment and submits again', async () => {
    await checker.goto('/')
    const notice = checker
      .getByRole('region', { name: t('notice.title') })
      .getByRole('link')
      .filter({ hasText: toll })
    await expect(notice.first()).toContainText(t('notice.kind.RETURNED', { who: 'Édith Éditrice', claim: toll }))
    await notice.first().click()
    const panel = await openTab(checker, 'activity')
    await expect(panel.getByRole('region', { name: t('activity.comments') })).toContainText(comment)
    await submit(checker)
  })

  await test.step('the editor approves, not without saying why one origin suffices', async () => {
    await editor.goto('/')
    const waiting = editor.getByRole('region', { name: t('desk.list.toReview') })
    await waiting.getByRole('link').filter({ hasText: own }).click()
    const dialog = await askToApprove(editor)
    const lacking = t('reason.origins.assertingNeeded', { needed: 2, found: 1, undetermined: 0 })
    await expect(dialog).toContainText(lacking)
    await dialog.getByRole('button', { name: t('review.dialog.approve.confirm'), exact: true }).click()
    await expect(dialog.getByRole('alert')).toContainText(lacking)
    // What counted, and why, is told where it is decided.
    await expect(dialog.getByRole('region', { name: t('review.gate.title') })).toContainText(
      t('independence.rule.lastHop'),
    )
    await dialog.getByRole('textbox', { name: t('review.dialog.approve.why') }).fill(`Le seul décompte (${own}).`)
    await dialog.getByRole('button', { name: t('review.dialog.approve.confirm'), exact: true }).click()
    await expect(dialog.getByRole('alert')).toContainText(t('reason.review.singleSourceKindMissing'))
    await dialog.getByRole('radio', { name: t('singleSourceKind.SOLE_AUTHORITY') }).check()
    await dialog.getByRole('button', { name: t('review.dialog.approve.confirm'), exact: true }).click()
    await expect(dialog).toBeHidden()
    await expectState(editor, 'APPROVED')
    await expect(editor.getByText(t('workbench.header.approvedOf', { approved: 1, total: 3 }))).toBeVisible()
    await checker.goto('/')
    const told = checker.getByRole('region', { name: t('notice.title') })
    await expect(told).toContainText(t('notice.kind.APPROVED', { who: 'Édith Éditrice', claim: toll }))
    const mine = checker.getByRole('region', { name: t('desk.list.mine') })
    await expect(mine.getByRole('link').filter({ hasText: own })).toHaveCount(0)
  })

  await test.step('marking is finished', async () => {
    await editor.getByRole('button', { name: t('workbench.header.finish') }).click()
    await expect(editor.getByRole('button', { name: t('workbench.header.resume') })).toBeVisible()
    await expect(editor.getByRole('main')).toContainText(t('workbench.banner.finishedHow'))
  })

  await test.step('the report says what is approved and what is a draft', async () => {
    await editor.getByRole('link', { name: t('workbench.header.report'), exact: true }).click()
    await expect(editor.getByRole('heading', { level: 1 })).toContainText(own)
    await expect(editor.getByRole('main')).toContainText(t('report.draftCount', { approved: 1, total: 3 }))
    const approved = editor.getByRole('region', { name: toll })
    await expect(approved).toContainText(t('state.APPROVED'))
    await expect(approved).toContainText(`Le ministère compte lui-même ses morts (${own}).`)
    await expect(approved).toContainText('Victor Vérificateur')
    await expect(approved).toContainText(`${t('singleSourceKind.SOLE_AUTHORITY')} Le seul décompte (${own}).`)
    await expect(approved).not.toContainText(t('report.notApproved'))
    await expect(editor.getByRole('region', { name: threat })).toContainText(t('report.noVerdict'))
    await expect(editor.getByRole('region', { name: threat })).toContainText('ses ressortissants')
    await expect(editor.getByRole('main')).toContainText(sha256(text))
    const printed = editor.evaluate(() => new Promise<void>((resolve) => (window.print = resolve)))
    await editor.getByRole('button', { name: t('report.print') }).click()
    await printed
    // On paper there is the report and nothing to press.
    await editor.emulateMedia({ media: 'print' })
    await expect(approved).toBeVisible()
    await expect(editor.getByRole('button', { name: t('report.print') })).toBeHidden()
    await editor.emulateMedia({ media: 'screen' })
    await expectAccessible(editor)
  })

  await test.step('JSON and CSV say the same, to the letter', async () => {
    const job = { articleId, text, own, said }
    const json = await download(editor, editor.getByRole('link', { name: t('report.json') }))
    expect(json.name).toMatch(/\.json$/)
    expectJson(json.text, job)
    const csv = await download(editor, editor.getByRole('link', { name: t('report.csv') }))
    expect(csv.name).toMatch(/\.csv$/)
    // As spreadsheets in the language of the page read it; another separator is chosen beside it.
    expectCsv(csv.text, job, ';')
    await editor.getByRole('combobox', { name: t('report.separator') }).selectOption('comma')
    const commas = await download(editor, editor.getByRole('link', { name: t('report.csv') }))
    expectCsv(commas.text, job, ',')
  })
})

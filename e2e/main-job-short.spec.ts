import { addChain, addEvidence, giveVerdict } from './checking'
import { giveArticle, openNewArticle, openWorkbench, ownWord } from './desk'
import { expect, test } from './fixtures'
import { download, readCsv } from './report-files'
import { askToApprove, assign, expectState, moveWithReason, start, submit } from './review'
import { claimPanel, markClaim, openTab, texts } from './workbench'

const t = texts('en')

test('the main job in short, in English: a claim, its chain, its evidence, a verdict, its approval and the files', async ({
  as,
}) => {
  const own = ownWord()
  const toll = `Au moins 13 soldats ont été tués à ${own}.`
  const said = 'D’après la santé, 13 soldats sont morts.'
  const rationale = `The ministry counts its own dead (${own}).`
  const [editor, checker] = [await as('editor', { locale: 'en-GB' }), await as('checker', { locale: 'en-GB' })]
  await giveArticle(editor, `La reprise de ${own}.\n\n${said} C’est une dépêche.`)
  const id = await openNewArticle(editor, `Le ${own} a rouvert. Selon M. Mallick, a${toll.slice(1)}`)
  const claim = await markClaim(editor, '13 soldats ont été tués', 'CASUALTIES')
  await addChain(editor, [{ source: { name: `Santé ${own}`, kind: 'ORGANISATION' }, act: 'CONFIRMED' }])
  await assign(editor, { checker: 'Victor Vérificateur', reviewer: 'Édith Éditrice', dueOn: '2031-05-09' })
  await expect(await claimPanel(editor)).toContainText('9 May 2031')

  await checker.goto('/')
  const mine = checker.getByRole('region', { name: t('desk.list.mine') })
  await mine.getByRole('link').filter({ hasText: own }).click()
  await start(checker)
  const hops = [{ source: `Santé ${own}` }]
  await addEvidence(checker, { article: `La reprise de ${own}`, sentence: said, stance: 'REPEATS', hops })
  const panel = await openTab(checker, 'attribution')
  await expect(panel.getByRole('region', { name: t('independence.title') })).toContainText('2 → 1')
  await giveVerdict(checker, /^\W*True/, rationale)
  await submit(checker)

  await openWorkbench(editor, `${id}?claim=${claim}`)
  const dialog = await askToApprove(editor)
  await dialog.getByRole('textbox', { name: t('review.dialog.approve.why') }).fill(`The only count (${own}).`)
  await dialog.getByRole('radio', { name: t('singleSourceKind.SOLE_AUTHORITY') }).check()
  await dialog.getByRole('button', { name: t('review.dialog.approve.confirm'), exact: true }).click()
  await expect(dialog).toBeHidden()
  await expectState(editor, 'APPROVED')

  await editor.getByRole('link', { name: t('workbench.header.report'), exact: true }).click()
  const approved = editor.getByRole('region', { name: toll })
  await expect(approved).toContainText(t('state.APPROVED'))
  await expect(approved).toContainText(`${t('singleSourceKind.SOLE_AUTHORITY')} The only count (${own}).`)
  const csv = await download(editor, editor.getByRole('link', { name: t('report.csv') }))
  // As spreadsheets in English read it.
  const [row] = readCsv(csv.text.replace(/^\ufeff/, ''), ',')
  expect(row).toMatchObject({ draft: 'no', verdict_value: '5', approved_by: 'Édith Éditrice' })

  await test.step('it is reopened with a reason; notices are read one by one, or all at once', async () => {
    await openWorkbench(editor, `${id}?claim=${claim}`)
    await moveWithReason(editor, 'reopen', 'A second count has come.')
    await expectState(editor, 'CHECKING')
    await checker.goto('/')
    const notices = checker.getByRole('region', { name: t('notice.title') })
    const notice = (kind: string) =>
      notices.getByRole('link').filter({ hasText: t(`notice.kind.${kind}`, { who: 'Édith Éditrice', claim: toll }) })
    const isUnread = (kind: string, unread: boolean) =>
      expect(notice(kind).and(checker.locator('[data-unread]'))).toHaveCount(unread ? 1 : 0)
    await isUnread('APPROVED', true)
    await isUnread('REOPENED', true)
    await notice('REOPENED').click()
    await expectState(checker, 'CHECKING')
    await checker.goto('/')
    await isUnread('REOPENED', false)
    await isUnread('APPROVED', true)
    await notices.getByRole('button', { name: t('notice.readAll') }).click()
    await isUnread('APPROVED', false)
    await checker.reload()
    await expect(notice('APPROVED')).toHaveCount(1)
    await isUnread('APPROVED', false)
  })
})

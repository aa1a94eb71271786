import { expectAccessibleAndNarrow } from './at-rest'
import { addChain } from './checking'
import { openNewArticle, ownWord } from './desk'
import { expect, expectAccessible, test } from './fixtures'
import { articleText, claimPanel, claimRows, markClaim, openTab, texts } from './workbench'

const t = texts('fr')

test('what one did to marks is undone and done again by keys and by name, also after a reload', async ({ as }) => {
  const editor = await as('editor')
  await openNewArticle(editor, `Deux ponts sont coupés, dit le ${ownWord()}.`)
  await markClaim(editor, 'Deux ponts', 'QUANTITY', 'Deux ponts.')
  const panel = await claimPanel(editor)
  await panel.getByRole('button', { name: t('claim.edit'), exact: true }).click()
  await panel.getByRole('textbox', { name: t('claim.wording') }).fill('Deux ponts sont coupés.')
  await panel.getByRole('button', { name: t('claim.save'), exact: true }).click()
  const rows = await claimRows(editor)
  await expect(rows).toContainText(['Deux ponts sont coupés.'])

  const text = await articleText(editor)
  await text.focus()
  await editor.keyboard.press('Control+z')
  await expect(rows).toContainText(['Deux ponts.'])
  await editor.keyboard.press('Control+z')
  await expect(rows).toHaveCount(0)
  await editor.reload()
  await expect(rows).toHaveCount(0)
  await text.focus()
  await editor.keyboard.press('Control+Shift+z')
  await expect(rows).toContainText(['Deux ponts.'])

  await expectAccessibleAndNarrow(editor)
  // The buttons say what they would do.
  await editor.getByRole('button', { name: t('workbench.undo.menu') }).click()
  const step = (name: 'undoThis' | 'redoThis', kind: string, wording: string) =>
    editor.getByRole('menuitem', {
      name: t(`workbench.undo.${name}`, { step: t(`workbench.undo.step.${kind}`), number: 1, wording }),
    })
  await expect(step('undoThis', 'mark', 'Deux ponts.')).toBeVisible()
  await expectAccessible(editor)
  await step('redoThis', 'edit', 'Deux ponts.').click()
  await expect(rows).toContainText(['Deux ponts sont coupés.'])
  await editor.getByRole('button', { name: t('workbench.undo.menu') }).click()
  await expect(editor.getByRole('menuitem', { name: t('workbench.undo.nothingToRedo') })).toBeDisabled()
})

test('a chain stands in one order with the marks: it goes first, and comes back with the source that went with it', async ({
  as,
}) => {
  const editor = await as('editor', { locale: 'en-GB', colorScheme: 'dark' })
  const en = texts('en')
  const own = ownWord()
  await openNewArticle(editor, `Deux ponts sont coupés, dit le ${own}.`)
  await markClaim(editor, 'Deux ponts', 'QUANTITY', 'Deux ponts.')
  await addChain(editor, [{ source: { name: `Mairie ${own}`, kind: 'ORGANISATION' } }])
  const chains = (await openTab(editor, 'attribution')).locator('[data-item]')
  await expect(chains).toContainText([`Mairie ${own}`])

  const menu = editor.getByRole('button', { name: en('workbench.undo.menu') })
  const named = en('workbench.undo.undoThis', {
    step: en('workbench.undo.step.chainAdd'),
    number: 1,
    wording: 'Deux ponts.',
  })
  await menu.click()
  await expect(editor.getByRole('menuitem', { name: named })).toBeVisible()
  await editor.keyboard.press('Escape')
  await (await articleText(editor)).focus()
  await editor.keyboard.press('Control+z')
  await expect(chains).toHaveCount(0)
  await expect(await claimRows(editor)).toHaveCount(1)
  await editor.reload()
  await (await articleText(editor)).focus()
  await editor.keyboard.press('Control+Shift+z')
  await expect(chains).toContainText([`Mairie ${own}`])
})

import type { Locator, Page } from 'playwright/test'
import { giveArticle, offerFile, openNewArticle, ownWord, saveOffered } from '../desk'
import { expect, test } from '../fixtures'
import { exportedPassages } from '../report-files'
import {
  articleText,
  categoryMenu,
  chooseCategory,
  claimPanel,
  claimRows,
  markClaim,
  markForm,
  openTab,
  saveMark,
  selectWords,
  texts,
} from '../workbench'

// A page that others change under one's hands, as translators and extensions do: never a mark on other words than those that
// were selected, never a lost screen, nothing typed that is gone.

const t = texts('fr')

/** Replaces every text node below an element by a <font> with other words, as the translators of browsers do. */
const translate = (target: Locator) =>
  target.evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const nodes: Node[] = []
    while (walker.nextNode()) if (walker.currentNode.nodeValue?.trim()) nodes.push(walker.currentNode)
    for (const node of nodes) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      inner.textContent = `«${node.nodeValue?.split('').reverse().join('')}»`
      outer.append(inner)
      node.parentNode?.replaceChild(outer, node)
    }
  })

/** Translates all of the page but what asks not to be, as a translator that keeps to the rules does. */
const translateAsAsked = (page: Page) =>
  page.locator('body').evaluate((body) => {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    const nodes: Node[] = []
    while (walker.nextNode()) {
      const { currentNode: node } = walker
      if (node.nodeValue?.trim() && !node.parentElement?.closest('[translate="no"], script, style')) nodes.push(node)
    }
    for (const node of nodes) {
      const font = document.createElement('font')
      font.textContent = node.nodeValue
      node.parentNode?.replaceChild(font, node)
    }
  })

/** Wraps words of the article in an element, as extensions do; `before` is put into the page before them. */
const wrap = (target: Locator, words: string, before = '') =>
  target.evaluate(
    (root, values) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const { currentNode: node } = walker
        const at = node.nodeValue?.indexOf(values.words) ?? -1
        if (!(node instanceof Text) || at < 0) continue
        const inner = node.splitText(at)
        inner.splitText(values.words.length)
        const wrapper = document.createElement('mark')
        inner.replaceWith(wrapper)
        wrapper.append(inner)
        if (values.before) wrapper.before(Object.assign(document.createElement('b'), { textContent: values.before }))
        return
      }
    },
    { words, before },
  )

const refusedWords = (page: Page) =>
  page.getByRole('alert').filter({ hasText: t('workbench.otherWords.title'), visible: true })
const failure = (page: Page) => page.getByRole('heading', { name: t('error.failed.title') })
const exact = async (page: Page, id: string) => (await exportedPassages(page, id)).map((passage) => passage.exact)

test('a line far down a paragraph of 100,000 characters is marked, and no other, however its nodes are cut', async ({
  as,
}) => {
  const editor = await as('editor')
  const lines = Array.from(
    { length: 1600 },
    (_, at) => `Ligne ${at + 1} : le témoin ${at * 7} répète ce qu’il a vu ce jour-là.`,
  )
  const buffer = Buffer.from(`${lines.join('\n')}\nFin du ${ownWord()}.`)
  await offerFile(editor, { name: 'lignes.txt', mimeType: 'text/plain', buffer })
  const id = await saveOffered(editor)
  const text = await articleText(editor)
  const select = (words: string) =>
    text.evaluate((root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const { currentNode: node } = walker
        const at = node.nodeValue?.indexOf(wanted) ?? -1
        if (!(node instanceof Text) || at < 0) continue
        node.parentElement?.scrollIntoView()
        // As browsers cut long nodes: before the words, and within them.
        const words = node.splitText(at)
        const rest = words.splitText(3)
        document.getSelection()?.setBaseAndExtent(words, 0, rest, wanted.length - 3)
        return
      }
    }, words)
  await select('Ligne 800 : le témoin 5593')
  await chooseCategory(editor, 'OTHER')
  await saveMark(editor, 'Une ligne.')
  await select('Ligne 1500 : le témoin 10493')
  await chooseCategory(editor, 'OTHER')
  await saveMark(editor, 'Une autre.')
  expect(await exact(editor, id)).toEqual(['Ligne 800 : le témoin 5593', 'Ligne 1500 : le témoin 10493'])
})

test('on a translated page no mark is made, the reason is said, and the page goes on working', async ({ as }) => {
  const editor = await as('editor')
  const id = await openNewArticle(editor, `Treize soldats ont été tués, dit le ${ownWord()}. Deux ponts sont coupés.`)
  await markClaim(editor, 'Treize soldats', 'CASUALTIES', 'Treize soldats tués.')
  const text = await articleText(editor)
  await translate(editor.locator('body'))

  await selectWords(editor, '»')
  await expect(refusedWords(editor)).toContainText(t('reason.span.otherWords'))
  await expect(await categoryMenu(editor)).toHaveCount(0)
  await editor.keyboard.press('o')
  await editor.keyboard.press('Enter')
  await expect(await markForm(editor)).toHaveCount(0)
  // The reading cursor too takes no place that it does not know.
  await text.focus()
  await editor.keyboard.press('Control+Home')
  await editor.keyboard.press('Control+Shift+ArrowRight')
  await editor.keyboard.press('q')
  await expect(await markForm(editor)).toHaveCount(0)
  await expect(refusedWords(editor)).toBeVisible()

  await (await claimRows(editor)).first().click()
  const panel = await claimPanel(editor)
  await panel.getByRole('navigation').getByRole('link').nth(4).click()
  await expect(editor).toHaveURL(/tab=activity/)
  await panel.getByRole('textbox').fill('Vu malgré la traduction.')
  await panel.locator('form').getByRole('button').last().click()
  await expect(panel.getByText('Vu malgré la traduction.')).toBeVisible()
  await expect(failure(editor)).toHaveCount(0)
  expect(await exact(editor, id)).toEqual(['Treize soldats'])

  await editor.reload()
  await selectWords(editor, 'Deux ponts')
  await chooseCategory(editor, 'OPERATION')
  await saveMark(editor)
  expect(await exact(editor, id)).toEqual(['Treize soldats', 'Deux ponts'])
})

test('a translator that leaves the article alone hinders nobody: marks, tabs, forms and saving work', async ({
  as,
}) => {
  const editor = await as('editor')
  const id = await openNewArticle(editor, `Treize soldats ont été tués, dit le ${ownWord()}. Deux ponts sont coupés.`)
  await markClaim(editor, 'Treize soldats', 'CASUALTIES', 'Treize soldats tués.')
  await translateAsAsked(editor)

  const panel = await openTab(editor, 'claim')
  await panel.getByRole('button', { name: t('claim.edit'), exact: true }).click()
  await translateAsAsked(editor)
  const form = panel.getByRole('form', { name: t('claim.edit') })
  await form.getByRole('textbox', { name: t('claim.wording') }).fill('Au moins treize soldats tués.')
  await form.getByRole('button', { name: t('claim.save'), exact: true }).click()
  await expect(panel.getByRole('heading', { level: 2 }).first()).toHaveText('Au moins treize soldats tués.')
  for (const tab of ['attribution', 'evidence', 'verdict', 'activity', 'claim'] as const) {
    await openTab(editor, tab)
    await translateAsAsked(editor)
  }
  await markClaim(editor, 'Deux ponts', 'OPERATION')
  await translateAsAsked(editor)
  await (await openTab(editor, 'claim')).getByRole('button', { name: t('claim.delete') }).click()
  await expect(await claimRows(editor)).toHaveCount(1)
  await expect(await claimRows(editor)).toContainText(['Au moins treize soldats tués.'])
  await expect(failure(editor)).toHaveCount(0)
  expect(await exact(editor, id)).toEqual(['Treize soldats'])
})

test('where an extension wraps, splits or adds to words, those that were selected are marked or none', async ({
  as,
}) => {
  const editor = await as('editor')
  const id = await openNewArticle(
    editor,
    `Alpha bravo charlie. Au moins vingt soldats ont été tués mercredi à la porte du fort, selon le ${ownWord()}.`,
  )
  const text = await articleText(editor)
  await wrap(text, 'bravo')
  await markClaim(editor, 'vingt soldats', 'CASUALTIES')
  await wrap(text, 'mercredi')
  await markClaim(editor, 'tués mercredi à la porte', 'OPERATION')
  await wrap(text, 'porte')
  await markClaim(editor, 'porte', 'OTHER')

  // Words of its own beside those of the article: not part of what is selected, whatever it looks like.
  await wrap(text, 'charlie', 'un mot de trop ')
  await selectWords(editor, 'Alpha', 'charlie')
  await expect(refusedWords(editor)).toBeVisible()
  await expect(await categoryMenu(editor)).toHaveCount(0)
  // Elsewhere in the text one goes on.
  await markClaim(editor, 'selon le', 'STATEMENT')
  await expect(refusedWords(editor)).toHaveCount(0)
  expect(await exact(editor, id)).toEqual(['vingt soldats', 'tués mercredi à la porte', 'porte', 'selon le'])
})

test('helps to reading (ruby, hyphens) and the whole page selected take the article’s words', async ({ as }) => {
  const editor = await as('editor')
  const own = ownWord()
  const id = await openNewArticle(editor, `La république a parlé, dit le ${own}.`)
  const text = await articleText(editor)
  await text.evaluate((root) => {
    const node = document.createTreeWalker(root, NodeFilter.SHOW_TEXT).nextNode()
    if (!(node instanceof Text)) return
    node.data = node.data.replace('république', 'ré\u00ADpu\u00ADblique')
    const inner = node.splitText(node.data.indexOf('parlé'))
    inner.splitText('parlé'.length)
    const ruby = document.createElement('ruby')
    inner.replaceWith(ruby)
    ruby.append(inner, Object.assign(document.createElement('rt'), { textContent: 'par-le' }))
  })
  await markClaim(editor, 'ré\u00ADpu\u00ADblique a', 'IDENTITY', 'Qui.')
  await editor.keyboard.press('Control+a')
  await chooseCategory(editor, 'STATEMENT')
  await saveMark(editor, 'Tout.')
  expect(new Set(await exact(editor, id))).toEqual(new Set(['république a', `La république a parlé, dit le ${own}.`]))
})

test('a passage of another article is not taken from translated words', async ({ as }) => {
  const editor = await as('editor')
  const [one, other] = [ownWord(), ownWord()]
  await giveArticle(editor, `Le ${other} dit que deux ponts sont coupés.`)
  await openNewArticle(editor, `Deux ponts sont coupés, dit le ${one}.`)
  await markClaim(editor, 'Deux ponts', 'QUANTITY')
  const panel = await openTab(editor, 'evidence')
  await panel.getByRole('button', { name: t('evidence.add') }).click()
  const form = panel.getByRole('form', { name: t('evidence.add') })
  await form.getByRole('combobox', { name: t('evidence.passage.article') }).fill(other)
  await editor.getByRole('option').filter({ hasText: other }).click()
  const sentences = form.getByRole('list', { name: t('evidence.passage.sentences') }).getByRole('button')
  await expect(sentences).toHaveCount(1)
  await translate(sentences.first())
  await sentences.first().click()
  await expect(form.getByRole('alert').filter({ visible: true })).toContainText(t('reason.span.otherWords'))
  await expect(sentences.first()).toHaveAttribute('aria-pressed', 'false')
})

test.describe('a page that is written anew', () => {
  // The copies of the page's own styles have no nonce.
  test.use({ allowed: [/style-src/] })

  test('comes back with what was typed', async ({ as }) => {
    const editor = await as('editor')
    const id = await openNewArticle(editor, `Deux ponts sont coupés, dit le ${ownWord()}.`)
    await selectWords(editor, 'Deux ponts')
    await chooseCategory(editor, 'QUANTITY')
    const form = await markForm(editor)
    const wording = form.getByRole('textbox', { name: t('workbench.form.wording') })
    await wording.fill('Deux ponts ne passent plus.')
    await editor.evaluate(() => {
      document.body.innerHTML = `${document.body.innerHTML}`
    })
    await expect(wording).toHaveValue('Deux ponts ne passent plus.')
    await saveMark(editor)
    expect(await exact(editor, id)).toEqual(['Deux ponts'])
  })

  test('again and again says what to switch off', async ({ as }) => {
    const editor = await as('editor')
    await openNewArticle(editor, `Deux ponts sont coupés, dit le ${ownWord()}.`)
    await editor.evaluate(() => {
      const takeOut = () => document.querySelector('p[data-number]:has([data-at])')?.replaceChildren('autre chose')
      takeOut()
      new MutationObserver(takeOut).observe(document.body, { childList: true, subtree: true })
    })
    await expect(editor.getByRole('alert').filter({ hasText: t('ui.foreignChanges.title') })).toBeVisible()
  })
})

test.describe('where React cannot go on', () => {
  test.use({ allowed: [/NotFoundError|taken out|ERR_FAILED/] })

  test('the panel is drawn anew, and what was typed is given back', async ({ as }) => {
    const editor = await as('editor')
    await openNewArticle(editor, `Deux ponts sont coupés, dit le ${ownWord()}.`)
    await markClaim(editor, 'Deux ponts', 'QUANTITY', 'Deux ponts coupés.')
    const panel = await openTab(editor, 'claim')
    await panel.getByRole('button', { name: t('claim.edit'), exact: true }).click()
    const form = panel.getByRole('form', { name: t('claim.edit') })
    await form.getByRole('textbox', { name: t('claim.wording') }).fill('Une phrase à ne pas perdre.')
    // The answer is lost, and where its refusal would be shown the browser throws.
    await editor.route('**/articles/**', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    await editor.evaluate(() => {
      const { insertBefore, appendChild } = Node.prototype
      const failOnce = (parent: Node) => {
        if (!(parent instanceof Element) || !parent.closest('aside form')) return
        Object.assign(Node.prototype, { insertBefore, appendChild })
        throw new DOMException('taken out', 'NotFoundError')
      }
      Node.prototype.insertBefore = function failing<T extends Node>(node: T, child: Node | null): T {
        failOnce(this)
        insertBefore.call(this, node, child)
        return node
      }
      Node.prototype.appendChild = function failing<T extends Node>(node: T): T {
        failOnce(this)
        appendChild.call(this, node)
        return node
      }
    })
    await form.getByRole('button', { name: t('claim.save'), exact: true }).click()
    const note = panel.getByRole('alert').filter({ hasText: t('ui.foreignChanges.again') })
    await expect(note).toContainText('Une phrase à ne pas perdre.')
    await expect(panel.getByRole('heading', { level: 2 }).first()).toHaveText('Deux ponts coupés.')
    await expect(failure(editor)).toHaveCount(0)
  })
})

import type { Page } from 'playwright/test'
import { expectNothingTooWide, takePicture, widerThanItsColumn } from './at-rest'
import { addChain, addEvidence } from './checking'
import { giveArticle, openNewArticle, ownWord } from './desk'
import { expect, test } from './fixtures'
import { markClaim, texts } from './workbench'

const t = texts('fr')
// Of A4 with the margins that browsers give it, in pixels.
const PAPER = 718

/** The address of what a list's link of these words leads to. */
async function addressOf(page: Page, list: string, words: string): Promise<string> {
  await page.goto(list)
  return (await page.getByRole('main').getByRole('link', { name: words }).getAttribute('href')) ?? ''
}

test('a long address or word breaks, on every screen of its claim and on paper', async ({ as }) => {
  const editor = await as('editor')
  const [own, other] = [ownWord(), ownWord()]
  const long = `https://exemple.fr/${'unlongchemin'.repeat(30)}`
  const word = 'Donaudampfschifffahrt'.repeat(12)
  await giveArticle(editor, `Le ${other} dit : ${long} et ${word} sont coupés.`)
  const id = await openNewArticle(editor, `Le ${own} cite ${long} et deux ponts sont coupés.\n\n${word} a parlé.`)
  const claim = await markClaim(editor, 'deux ponts', 'QUANTITY', `Deux ponts : ${long} ${word}`)
  // As long as a name may be.
  const name = `${own} ${word}`.slice(0, 200)
  await addChain(editor, [{ source: { name, kind: 'PERSON' } }])
  await addEvidence(editor, { article: other, sentence: other, stance: 'SUPPORTS', note: `Voir ${long} ${word}` })
  const screens = {
    claim: `/articles/${id}?claim=${claim}`,
    attribution: `/articles/${id}?claim=${claim}&tab=attribution`,
    evidence: `/articles/${id}?claim=${claim}&tab=evidence`,
    verdict: `/articles/${id}?claim=${claim}&tab=verdict`,
    activity: `/articles/${id}?claim=${claim}&tab=activity`,
    origins: `/claims/${claim}/origins`,
    articles: `/articles?q=${own}`,
    claims: `/claims?q=${own}`,
    sources: `/sources?q=${own}`,
    source: await addressOf(editor, `/sources?q=${own}`, name),
    report: `/articles/${id}/report`,
  }
  for (const width of [1440, 390])
    for (const [name, path] of Object.entries(screens)) {
      await editor.setViewportSize({ width, height: 900 })
      await editor.goto(path)
      await expectNothingTooWide(editor)
      const shots = process.env.RECOUPE_SHOTS
      if (shots) await takePicture(editor, `${shots}/long-${name}-${width}.png`, { fullPage: name === 'report' })
      if (path.startsWith(`/articles/${id}`))
        expect.soft(await widerThanItsColumn(editor), `${name}, ${width}`).toEqual([])
    }
  await editor.setViewportSize({ width: PAPER, height: 1000 })
  await editor.emulateMedia({ media: 'print' })
  await expectNothingTooWide(editor)
  await expect(editor.getByText(t('report.evidence'), { exact: true }).first()).toBeVisible()
})

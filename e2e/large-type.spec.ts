import { mkdir } from 'node:fs/promises'
import { expectAccessibleAndNarrow, grownBy, takePicture, textSize, wordsSmallerThan } from './at-rest'
import { browserExecutable, browserFlags } from './browser'
import { openArticle } from './desk'
import { expect, test } from './fixtures'
import { articleText, claimPanel, texts } from './workbench'

// Somebody has set the size of text in the browser to 24 pixels instead of 16.
const executablePath = await browserExecutable()
test.use({
  launchOptions: { executablePath, args: [...browserFlags, '--blink-settings=defaultFontSize=24'] },
})

const t = texts('fr')
const LOOKS = [
  { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  // A window as narrow for this text as one of 390 pixels is for the usual one.
  { viewport: { width: 585, height: 1266 }, colorScheme: 'dark' },
  // Of a phone.
  { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
] as const

for (const look of LOOKS) {
  const { width } = look.viewport
  test(`a browser with large text: article, list and buttons grow alike, nothing is too wide (${width})`, async ({
    as,
  }) => {
    const editor = await as('editor', look)
    const sound = async (name: string) => {
      const folder = process.env.RECOUPE_SHOTS
      if (folder) {
        await mkdir(folder, { recursive: true })
        await takePicture(editor, `${folder}/large-${name}-${width}.png`)
      }
      await expectAccessibleAndNarrow(editor)
      // The smallest size of the scale, grown.
      expect(await wordsSmallerThan(editor, 16)).toEqual([])
    }
    for (const [name, path] of [
      ['desk', '/'],
      ['articles', '/articles'],
      ['sources', '/sources'],
      ['events', '/events'],
      ['claims', '/claims'],
      ['account', '/account'],
    ] as const) {
      await editor.goto(path)
      await sound(name)
    }
    await editor.goto('/events')
    await editor.getByRole('main').getByRole('link').filter({ hasText: 'Attentat' }).first().click()
    await editor.waitForURL(/\/events\/[0-9a-f-]{36}/)
    await sound('event')

    await openArticle(editor, 'terroristes')
    await sound('workbench')
    expect(await textSize(await articleText(editor))).toBeCloseTo((width > 1000 ? 18.5 : 17) * 1.5, 1)
    // Where there is room for one column the list is not to be seen now.
    const row = editor.locator('[data-row]').first()
    expect(await textSize(row)).toBeGreaterThanOrEqual(19.5)
    await editor.goto(new URL((await row.getAttribute('href')) ?? '', editor.url()).href)
    const panel = await claimPanel(editor)
    await expect(panel.getByRole('heading', { level: 2 }).first()).toBeVisible()
    const button = panel.getByRole('button').first()
    expect(await textSize(button)).toBeGreaterThanOrEqual(19.5)
    await sound('claim')
    const address = new URL(editor.url())
    await editor.goto(`/claims/${address.searchParams.get('claim')}/origins`)
    await expect(editor.getByRole('heading', { level: 1 })).toBeVisible()
    await sound('origins')
    const graph = editor.getByRole('group', { name: t('origins.graph.label') })
    // Its words grow with it.
    expect(await grownBy(graph.getByRole('link').first().locator('text').first())).toBeGreaterThan(1.25)
    await editor.goto(`${address.pathname}/report`)
    await sound('report')
  })
}

import axe from 'axe-core'
import { expect, type Locator, type Page, type Request } from 'playwright/test'

// The one place where stories judge or measure what a window looks like: never before it has come to rest. What still fades,
// loads or streams in has other colours, widths and places than what a person then sees.

/** How long one waits before looking again whether a window is ready, in milliseconds: a page is, as a rule, in a moment. */
export const SOON = [25, 50, 100, 100, 200]

const onTheirWay = new WeakMap<Page, Set<Request>>()

/** Counts what a window has asked for and not got yet. */
export function followRequests(page: Page): void {
  const requests = new Set<Request>()
  onTheirWay.set(page, requests)
  page.on('request', (request) => requests.add(request))
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
  // What the document before this one had asked for is of no interest any more.
  page.on('domcontentloaded', () => requests.clear())
}

/** What keeps a document from being at rest, as seen over two frames: empty when nothing does. */
async function stirringIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found = new Set<string>()
    const observer = new MutationObserver((changes) => {
      for (const { type } of changes) found.add(`the page changes (${type})`)
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    const look = () => {
      if (document.readyState !== 'complete') found.add('the page loads')
      if (document.fonts.status !== 'loaded') found.add('fonts load')
      // While a page's answer streams in, the old title is gone already, and React's templates stand for what is to come.
      if (!document.title.trim()) found.add('no title yet')
      const waiting = 'template[id^="B:"], [aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root'
      for (const element of document.querySelectorAll(waiting)) found.add(`waits: ${element.outerHTML.slice(0, 120)}`)
      for (const image of document.images) if (!image.complete) found.add('pictures load')
      for (const animation of document.getAnimations()) {
        const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null
        if (animation.playState === 'running') found.add(`moves: ${target?.outerHTML.slice(0, 120)}`)
      }
    }
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    look()
    await frame()
    look()
    await frame()
    look()
    observer.disconnect()
    return [...found]
  })
}

/** Waits until the window rests: nothing on its way, nothing pending, moving or streaming in, fonts there, two quiet frames. */
export async function comeToRest(page: Page): Promise<void> {
  const stirring = async () => {
    const asked = [...(onTheirWay.get(page) ?? [])].map((request) => `asked for: ${request.method()} ${request.url()}`)
    if (asked.length > 0) return asked
    // A window that goes elsewhere meanwhile does not rest either.
    return stirringIn(page).catch((error: unknown) => [String(error)])
  }
  await expect.poll(stirring, { message: `${page.url()} comes to rest`, intervals: SOON }).toEqual([])
}

declare global {
  interface Window {
    axe: typeof axe
  }
}

// Of what passes, axe would look for a selector and hand over every element: that takes longer than judging. None of these rules needs the
// style sheets, which it would load once more.
const AXE_OPTIONS: axe.RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
  preload: false,
}

/** Fails on any finding of axe against WCAG 2.2 A and AA on what the window shows now, or on a part of it. */
export async function expectAccessible(page: Page, part = 'html'): Promise<void> {
  await comeToRest(page)
  await expectNoFindings(page, part)
}

/** The same, and nothing may be wider than the window. */
export async function expectAccessibleAndNarrow(page: Page, part?: string): Promise<void> {
  await expectNothingTooWide(page)
  await expectNoFindings(page, part)
}

async function expectNoFindings(page: Page, part = 'html'): Promise<void> {
  // axe sees one document: a frame within would go unseen.
  expect(page.frames()).toHaveLength(1)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(
    async ([include, options]) => {
      const { violations } = await window.axe.run({ include: [include] }, options)
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
    },
    [part, AXE_OPTIONS] as const,
  )
  expect(found, page.url()).toEqual([])
}

/** Fails when the page is wider than its window. */
export async function expectNothingTooWide(page: Page): Promise<void> {
  await comeToRest(page)
  const [content, window] = await page.evaluate(() => [document.scrollingElement?.scrollWidth ?? 0, innerWidth])
  expect(content, `${page.url()}: wider than the window`).toBeLessThanOrEqual(window ?? 0)
}

/** Writes a picture of what the window shows. */
export async function takePicture(page: Page, path: string, { fullPage = false } = {}): Promise<void> {
  await comeToRest(page)
  await page.screenshot({ path, fullPage })
}

/** Where something stands in the window. */
export async function boxOf(target: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await target.scrollIntoViewIfNeeded()
  await comeToRest(target.page())
  const box = await target.boundingBox()
  if (!box) throw new Error(`Not to be seen: ${target}`)
  return box
}

/** The left edges of all that a locator finds, in the page's order. */
export async function leftEdges(targets: Locator): Promise<number[]> {
  await comeToRest(targets.page())
  return targets.evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().left))
}

type Corner = { x: number; y: number }

/** Where words stand in the window: the points just inside their first and their last letter. */
export async function cornersOfWords(text: Locator, from: string, to = from): Promise<{ start: Corner; end: Corner }> {
  await comeToRest(text.page())
  return text.evaluate(
    (root, words) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const nodes: { node: Node; at: number }[] = []
      let all = ''
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node, at: all.length })
        all += node.nodeValue
      }
      const first = all.indexOf(words.from)
      const last = all.indexOf(words.to, first) + words.to.length - 1
      if (first < 0 || last < first) throw new Error(`The text has no words ${JSON.stringify(words)}`)
      const boxAt = (at: number) => {
        const holder = nodes.findLast((each) => each.at <= at)
        if (!holder) throw new Error('An offset outside of the text')
        const range = document.createRange()
        range.setStart(holder.node, at - holder.at)
        range.setEnd(holder.node, at - holder.at + 1)
        return range.getBoundingClientRect()
      }
      const [a, b] = [boxAt(first), boxAt(last)]
      return {
        start: { x: a.left + 1, y: a.top + a.height / 2 },
        end: { x: b.right - 1, y: b.top + b.height / 2 },
      }
    },
    { from, to },
  )
}

/** What lies over the middle of an element once the page has come to rest, in its words; null where nothing does. */
export async function coverOf(element: Locator): Promise<string | null> {
  await element.scrollIntoViewIfNeeded()
  await comeToRest(element.page())
  return element.evaluate((it) => {
    const { x, y, width, height } = it.getBoundingClientRect()
    const top = document.elementFromPoint(x + width / 2, y + height / 2)
    return top && it.contains(top) ? null : (top?.textContent ?? 'nothing')
  })
}

/** How large the text of an element is, in pixels. */
export async function textSize(target: Locator): Promise<number> {
  await comeToRest(target.page())
  return target.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
}

/** The words of a window that are smaller than so many pixels. A drawing grows as a whole: its words are left out. */
export async function wordsSmallerThan(page: Page, pixels: number): Promise<string[]> {
  await comeToRest(page)
  return page.evaluate((least) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const small: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement, nodeValue } = node
      if (!parentElement?.checkVisibility() || !nodeValue?.trim() || parentElement.closest('svg, script, style'))
        continue
      if (Number.parseFloat(getComputedStyle(parentElement).fontSize) < least) small.push(nodeValue)
    }
    return small
  }, pixels)
}

/** How many times as large a part of a drawing is shown as it is drawn. */
export async function grownBy(target: Locator): Promise<number> {
  await comeToRest(target.page())
  return target.evaluate((element) => {
    const drawn = element instanceof SVGGraphicsElement ? element.getBBox().height : Number.NaN
    return element.getBoundingClientRect().height / drawn
  })
}

/** What is wider than the column that it stands in: columns scroll within themselves, so the window is none the wider for it. */
export async function widerThanItsColumn(page: Page): Promise<string[]> {
  await comeToRest(page)
  return page.evaluate(() =>
    [...document.querySelectorAll('main, main *')]
      .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => getComputedStyle(element).overflowX !== 'hidden' && !element.closest('svg'))
      // What is to be scrolled by keys is meant to be wide.
      .filter((element) => !element.closest('[tabindex="0"]'))
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 60)}`),
  )
}

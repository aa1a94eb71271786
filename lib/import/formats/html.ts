import { isUtf8 } from 'node:buffer'
import { Parser } from 'htmlparser2'
import { ENCODINGS, type Encoding } from '@/lib/import/encodings'
import { isTeaser } from '@/lib/import/line-kinds'
import { areNames } from '@/lib/import/names-in-line'
import type { PartKind } from '@/lib/import/parts'
import { type Element, findArticle, type TextRun } from './html-article'
import { factsOfMeta, type Meta, readJsonLd } from './html-facts'
import { type Block, countDepth, MOST_TEXT, type Opened } from './opened'

const BLOCK = new Set(
  (
    'address article aside blockquote body button center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 ' +
    'h6 header hr html legend li main menu nav ol option p pre section select summary table tbody td tfoot th thead time title tr ul'
  ).split(' '),
)
const UNSEEN = new Set(
  'script style noscript template svg math iframe object canvas audio video head textarea'.split(' '),
)
const MENU_TAGS = new Set('nav footer aside form button select menu dialog option'.split(' '))
const MENU_ROLES = /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|dialog|toolbar)$/
const MENU_WORDS = new Set(
  (
    'menu nav navbar navigation footer sidebar share sharing social newsletter promo cookie cookies consent breadcrumb breadcrumbs comments ' +
    'advert advertisement ad ads pub publicite toolbar login subscribe paywall popular trending masthead skip tags partage abonnement banner'
  ).split(' '),
)
const TEASER_WORDS = new Set(
  'related recommended recommendations teaser teasers readmore lire liresuite aussi outbrain taboola justin'.split(' '),
)
const BYLINE_WORDS = new Set('byline author auteur authors signature'.split(' '))
const MOST_ELEMENTS = 400_000
const MOST_DEPTH = 200
const FEW = 200

const wordsOfClass = (value: string) =>
  value
    .slice(0, 300)
    .toLowerCase()
    .split(/[^\p{L}]+/u)

function kindOf(tag: string, attributes: Record<string, string>): PartKind | null {
  if (MENU_TAGS.has(tag) || MENU_ROLES.test(attributes.role ?? '')) return 'menu'
  if (tag === 'figcaption') return 'caption'
  if (['html', 'body', 'main', 'article'].includes(tag)) return null
  if (/\bauthor\b/.test(`${attributes.rel ?? ''} ${attributes.itemprop ?? ''}`)) return 'author'
  const words = wordsOfClass(`${attributes.class ?? ''} ${attributes.id ?? ''}`)
  if (words.some((word) => BYLINE_WORDS.has(word))) return 'author'
  if (words.some((word) => TEASER_WORDS.has(word))) return 'teaser'
  return words.some((word) => MENU_WORDS.has(word)) ? 'menu' : null
}

const isHidden = (attributes: Record<string, string>) =>
  'hidden' in attributes ||
  attributes['aria-hidden'] === 'true' ||
  /display\s*:\s*none/i.test((attributes.style ?? '').slice(0, 500))

/** Elements and the runs of text between their borders, in order, in one pass: nesting costs nothing. */
function scan(source: string) {
  const elements: Element[] = [{ tag: 'html', parent: 0, depth: 0, kind: null, isHidden: false }]
  const found: TextRun[] = []
  const meta: Meta = new Map()
  let stack = [0]
  let [pieces, linked, links, unseen, length, json, title] = [
    [] as string[],
    0,
    0,
    0,
    0,
    null as string[] | null,
    null as string[] | null,
  ]
  let pre = 0
  const close = () => {
    const text = pieces
      .join('')
      // From where the spaces begin: tried at each of them, a long run would take its square.
      .replace(/(?<![^\S\n\u00a0\u202f])[^\S\n\u00a0\u202f]*\n[^\S\n\u00a0\u202f]*/g, '\n')
      .trim()
    const element = stack.at(-1) ?? 0
    if (text !== '') {
      for (const piece of text.split(/\n{2,}/)) found.push({ element, text: piece, linked: linked / text.length })
    }
    pieces = []
    linked = 0
  }
  const nesting = countDepth()
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        nesting.open()
        if (tag === 'meta') {
          const name = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase()
          if (name && attributes.content && !meta.has(name)) meta.set(name, attributes.content.slice(0, 500))
        }
        if (tag === 'link' && attributes.rel === 'canonical' && attributes.href) meta.set('canonical', attributes.href)
        if (tag === 'time' && attributes.datetime && !meta.has('time'))
          meta.set('time', attributes.datetime.slice(0, 60))
        if (tag === 'html' && attributes.lang) meta.set('lang', attributes.lang.slice(0, 10))
        if (tag === 'script' && attributes.type === 'application/ld+json') json = []
        if (tag === 'title') title = []
        if (UNSEEN.has(tag)) unseen += 1
        if (tag === 'br') pieces.push('\n')
        if (tag === 'a') links += 1
        if (tag === 'pre') pre += 1
        if (!BLOCK.has(tag) || elements.length >= MOST_ELEMENTS) return
        close()
        const parent = stack.at(-1) ?? 0
        const depth = (elements[parent]?.depth ?? 0) + 1
        if (depth > MOST_DEPTH) return
        elements.push({ tag, parent, depth, kind: kindOf(tag, attributes), isHidden: isHidden(attributes) })
        stack.push(elements.length - 1)
      },
      ontext(text) {
        if (json) json.push(text)
        if (title) title.push(text)
        if (unseen > 0 || length > MOST_TEXT) return
        const words = pre > 0 ? text : text.replace(/[^\S\u00a0\u202f]+/g, ' ')
        const joined = words.startsWith(' ') && /(?:^|[\s])$/.test(pieces.at(-1) ?? ' ') ? words.slice(1) : words
        pieces.push(joined)
        length += joined.length
        if (links > 0) linked += joined.length
      },
      onclosetag(tag) {
        nesting.close()
        if (tag === 'script' && json) {
          readJsonLd(json.join(''), meta)
          json = null
        }
        if (tag === 'title' && title) {
          if (!meta.has('title')) meta.set('title', title.join('').replace(/\s+/g, ' ').slice(0, 500).trim())
          title = null
        }
        if (UNSEEN.has(tag)) unseen = Math.max(0, unseen - 1)
        if (tag === 'a') links = Math.max(0, links - 1)
        if (tag === 'pre') pre = Math.max(0, pre - 1)
        if (!BLOCK.has(tag)) return
        close()
        if (elements[stack.at(-1) ?? 0]?.tag === tag && stack.length > 1) stack.pop()
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.end(source)
  close()
  stack = []
  return { elements, found, meta }
}

function blockOf(
  { element, text, linked }: TextRun,
  elements: readonly Element[],
  root: number,
  title: number,
): Block | null {
  let [kind, isInRoot] = [null as PartKind | null, root === 0]
  const tag = elements[element]?.tag ?? ''
  for (let at = element; ; at = elements[at]?.parent ?? 0) {
    const each = elements[at]
    if (!each || each.isHidden) return null
    // A page's header in an article is that of the article.
    if (each.kind) kind = each.kind
    if (each.tag === 'header' && !isInRoot && !kind) kind = 'menu'
    if (at === root) isInRoot = true
    if (at === 0) break
  }
  if (element === title) return { kind: 'title', text, kept: false }
  if (kind === 'author' && !(text.length <= FEW && (areNames(text.replace(/^(?:par|by) /i, '')) || linked > 0.5)))
    kind = null
  if (!kind && !isInRoot) kind = 'menu'
  if (!kind && isTeaser(text)) kind = 'teaser'
  const isSentence = /[.!?…»”"]$/u.test(text)
  if (!kind && linked > 0.7 && text.length < FEW && !isSentence && !/^h\d$/.test(tag)) kind = 'menu'
  return kind ? { kind, text, kept: false } : { kind: 'body', text, kept: true }
}

/** What follows the comments with which a page may begin. No pattern: there would be as many ways to read them as sums. */
function behindComments(beginning: string): string {
  let rest = beginning
    .trimStart()
    .replace(/^<\?xml[^>]{0,200}>/i, '')
    .trimStart()
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->', 4)
    if (end < 0) return ''
    rest = rest.slice(end + 3).trimStart()
  }
  return rest
}

/** True for the source of a page or of a piece of one. */
export const looksLikeHtml = (text: string): boolean =>
  /^<(?:!doctype\s+html|html|head|title|style|script|link|body|header|nav|article|main|section|aside|figure|div|p|h[1-6]|table|meta|span|strong|b|em|i|a|img|pre|ul|ol|blockquote)(?=[\s>/])[^<]*(?:<|$)/i.test(
    behindComments(text.slice(0, 6000)),
  ) && /<\/(?:p|div|html|body|h[1-6]|span|article|section|table|ul|ol|blockquote)>/i.test(text)

/** The encoding that a page declares, where its bytes are no faultless UTF-8; null when it declares none that is known. */
export function declaredEncoding(bytes: Uint8Array): Encoding | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1')
  if (!head.includes('<') || isUtf8(bytes)) return null
  const name = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{3,20})/i.exec(head)?.[1]?.toLowerCase()
  return ENCODINGS.find((each) => each === (name === 'gb2312' || name === 'gbk' ? 'gb18030' : name)) ?? null
}

/** What the clipboard marks as selected; the whole where it marks nothing. */
const fragmentOf = (source: string) => {
  const from = source.indexOf('<!--StartFragment-->')
  const to = source.lastIndexOf('<!--EndFragment-->')
  return from >= 0 && to > from ? source.slice(from + 20, to) : source
}

/**
 * The source of a page: its article's paragraphs, and beside them everything else that it shows, by what it is (menus, footers,
 * teasers, captions). What it hides is not read. Deep nesting is flattened.
 */
export function openHtml(source: string): Opened {
  const { elements, found, meta } = scan(fragmentOf(source))
  const root = findArticle(elements, found)
  const headings = found.filter(({ element }) => elements[element]?.tag === 'h1')
  const isWithin = (element: number) => {
    for (let at = element; at > 0; at = elements[at]?.parent ?? 0) if (at === root) return true
    return root === 0
  }
  const heading = headings.find(({ element }) => isWithin(element)) ?? (headings.length === 1 ? headings[0] : undefined)
  const facts = factsOfMeta(meta, heading?.text.replace(/\s+/g, ' ') ?? null, meta.get('lang')?.slice(0, 2) ?? null)
  const all = found.flatMap((each) => blockOf(each, elements, root, heading?.element ?? -1) ?? [])
  const author = all.find(({ kind }) => kind === 'author')?.text.replace(/^(?:par|by) /i, '')
  // Where everything looks like a menu, nothing is known of the page.
  const isAllLeft = !all.some(({ kind }) => kind === 'body')
  const blocks = isAllLeft
    ? all.map(
        (each): Block => ({ ...each, kind: each.kind === 'title' ? 'title' : 'body', kept: each.kind !== 'title' }),
      )
    : all
  return { format: 'html', blocks, facts: { ...facts, byline: facts.byline ?? author ?? null } }
}

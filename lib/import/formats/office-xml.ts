import { Parser } from 'htmlparser2'
import { type Block, countDepth, MOST_TEXT, type Opened } from './opened'
import { readEntry, type ZipEntry } from './zip'

type Rules = {
  paragraph: RegExp
  /** What holds text directly; null: all text within a paragraph. */
  text: RegExp | null
  skipped: RegExp
  /** What stands beside the text: boxes and notes. It is set apart. */
  beside: RegExp
  breaks: Record<string, string>
  isTitle: (name: string, attributes: Record<string, string>) => boolean
}

const WORD: Rules = {
  paragraph: /^w:p$/,
  text: /^w:t$/,
  skipped: /^(?:w:del|w:moveFrom|w:instrText|mc:Fallback|w:comment)$/,
  beside: /^w:txbxContent$/,
  breaks: { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '\u2011', 'w:softHyphen': '\u00ad' },
  isTitle: (name, attributes) => name === 'w:pStyle' && /^(?:title|titre)$/i.test(attributes['w:val'] ?? ''),
}

const OPEN_DOCUMENT: Rules = {
  paragraph: /^text:(?:p|h)$/,
  text: null,
  skipped: /^(?:office:annotation|text:tracked-changes|office:forms|svg:title|svg:desc)$/,
  beside: /^(?:text:note|draw:frame)$/,
  breaks: { 'text:tab': '\t', 'text:line-break': '\n', 'text:s': ' ', 'text:soft-page-break': '' },
  isTitle: (name, attributes) => name === 'text:p' && attributes['text:style-name'] === 'Title',
}

/** The paragraphs of a document's XML. Entities that it declares itself are not followed, and nesting costs nothing. */
function paragraphsOf(xml: string, rules: Rules): Block[] {
  const blocks: Block[] = []
  let [pieces, isTitle, skipped, open, reading, length] = [[] as string[], false, 0, 0, 0, 0]
  let [beside, besidePieces] = [0, [] as string[]]
  const close = () => {
    const text = pieces.join('')
    if (text.trim() !== '') blocks.push({ kind: isTitle ? 'title' : 'body', text, kept: !isTitle })
    pieces = []
    isTitle = false
  }
  const add = (text: string) => {
    length += text.length
    if (length <= MOST_TEXT) (beside > 0 ? besidePieces : pieces).push(text)
  }
  const depth = countDepth()
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth.open()
        if (skipped > 0 || rules.skipped.test(name)) {
          skipped += 1
          return
        }
        if (rules.beside.test(name)) beside += 1
        if (rules.paragraph.test(name)) {
          if (open === 0) close()
          if (beside > 0) besidePieces.push('\n')
          open += 1
        }
        if (rules.text?.test(name)) reading += 1
        if (rules.isTitle(name, attributes)) isTitle = true
        const text = rules.breaks[name]
        if (text !== undefined && open > 0) add(text)
      },
      ontext(text) {
        if (skipped === 0 && open > 0 && (rules.text === null || reading > 0))
          add(rules.text ? text : text.replace(/\s+/g, ' '))
      },
      onclosetag(name) {
        depth.close()
        if (skipped > 0) {
          skipped -= 1
          return
        }
        if (rules.text?.test(name)) reading -= 1
        if (rules.beside.test(name)) {
          beside -= 1
          if (beside > 0) return
          blocks.push({ kind: 'note', text: besidePieces.join('').trim(), kept: false })
          besidePieces = []
        }
        if (!rules.paragraph.test(name)) return
        open = Math.max(0, open - 1)
        if (open === 0) close()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  close()
  return blocks
}

const plainText = (xml: string, name: string) =>
  new RegExp(`<${name}[^>]{0,200}>([^<]{1,500})</${name}>`).exec(xml.slice(0, 50_000))?.[1]?.trim() ?? null

function opened(format: Opened['format'], blocks: Block[], properties: string | null, author: string): Opened {
  const heading = blocks.find(({ kind }) => kind === 'title')?.text.trim() ?? null
  // What a file's properties say of its title is that of a template as often as not; who wrote it is set apart likewise.
  const byline = properties ? plainText(properties, author) : null
  return { format, blocks, facts: { title: heading, ...(byline && /\s/.test(byline) ? { byline } : {}) } }
}

/** The name of a Word document's own text in its archive: some programs number it. */
export const IS_WORD = /^word\/document\d*\.xml$/

/** A Word document: its paragraphs, without what was deleted under "track changes", headers, footers and comments; notes apart. */
export function openWord(bytes: Uint8Array, entries: readonly ZipEntry[]): Opened {
  const name = entries.find((each) => IS_WORD.test(each.name))?.name ?? ''
  const notes = ['word/footnotes.xml', 'word/endnotes.xml'].flatMap((each) =>
    paragraphsOf(readEntry(bytes, entries, each) ?? '', WORD).map(
      ({ text }): Block => ({ kind: 'note', text, kept: false }),
    ),
  )
  const blocks = paragraphsOf(readEntry(bytes, entries, name) ?? '', WORD)
  return opened('word', [...blocks, ...notes], readEntry(bytes, entries, 'docProps/core.xml'), 'dc:creator')
}

/** A document of LibreOffice and its like. */
export function openOpenDocument(bytes: Uint8Array, entries: readonly ZipEntry[]): Opened {
  const xml = readEntry(bytes, entries, 'content.xml') ?? ''
  return opened('openDocument', paragraphsOf(xml, OPEN_DOCUMENT), readEntry(bytes, entries, 'meta.xml'), 'dc:creator')
}

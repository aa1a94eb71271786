import PostalMime from 'postal-mime'
import { DomainError } from '@/lib/errors'
import { readLineDate } from '@/lib/import/line-date'
import { openHtml } from './html'
import type { Block, Opened } from './opened'

const HEADER = /^(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*){2,}/
const NAMES =
  /^(from|to|subject|date|mime-version|content-type|received|message-id|return-path|snapshot-content-location):/gim

/** True for what begins with the header of a mail or of a page saved as one file. */
export function looksLikeMail(beginning: string): boolean {
  const header = HEADER.exec(beginning.slice(0, 20_000).replaceAll('\r\n', '\n'))?.[0]
  if (!header) return false
  const names = new Set([...header.matchAll(NAMES)].map(([, name]) => name?.toLowerCase()))
  const isMime = names.has('mime-version') && (names.has('content-type') || names.has('from'))
  return isMime || (names.has('from') && names.has('subject') && (names.has('date') || names.has('to')))
}

const asBlocks = (text: string): Block[] =>
  text.split(/\n\s*\n/).map((each) => ({ kind: 'body', text: each, kept: true }))

/** A mail or a page saved as one file: its subject, date and sender as facts, its text without what it encloses. */
export async function openMail(bytes: Uint8Array): Promise<Opened> {
  let mail: Awaited<ReturnType<typeof PostalMime.parse>>
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: 30 })
  } catch {
    throw new DomainError('invalid', [{ key: 'import.damagedFile' }])
  }
  const header = new Map(mail.headers.map(({ key, value }) => [key, value]))
  const address = header.get('snapshot-content-location') ?? null
  const isPage = address !== null || /saved by/i.test(header.get('from') ?? '')
  const page = mail.html ? openHtml(mail.html) : null
  const when = header.get('date')
  const date = when ? (readLineDate(when.replace(/(\d{2}:\d{2}):\d{2}/, '$1'), 'fr')?.read ?? null) : null
  if (isPage && page)
    return {
      ...page,
      format: 'webArchive',
      facts: { ...page.facts, title: page.facts.title ?? mail.subject ?? null, address },
    }
  const sender = mail.from?.name || mail.from?.address || null
  const plain = mail.text?.trim() ?? ''
  const pageLength = page?.blocks.reduce((sum, { kind, text }) => sum + (kind === 'body' ? text.length : 0), 0) ?? 0
  // "View this mail in your browser" stands for the page that comes along.
  const body = plain === '' || pageLength > plain.length * 2 ? (page?.blocks ?? []) : asBlocks(plain)
  const note = ['from', 'date', 'subject'].flatMap((name) => {
    const value = name === 'subject' ? mail.subject : header.get(name)
    return value ? [`${name}: ${value}`] : []
  })
  const first: Block[] = note.length > 0 ? [{ kind: 'note', text: note.join('\n'), kept: false }] : []
  return {
    format: 'mail',
    blocks: [...first, ...body],
    facts: { title: mail.subject?.slice(0, 300) ?? null, byline: sender, date },
  }
}

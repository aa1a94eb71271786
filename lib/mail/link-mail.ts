import type { MailLanguage } from '@/lib/mail/languages'
import { type LinkPurpose, MAIL_WORDS, type MailNames } from '@/lib/mail/words'
import { plainName } from '@/lib/text/invisible'

/** A mail as it is handed to the server. */
export type Mail = {
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** The same however often it is sent: who gets it twice has it once. */
  messageId: string
}

/** What a mail with a one-time link tells. */
export type LinkMail = {
  linkId: string
  purpose: LinkPurpose
  language: MailLanguage
  person: { name: string; email: string }
  maker: string
  project: string
  reason: string
  url: string
  until: Date
  timeZone: string
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

const NAMED = /\{(name|maker|project|reason|host|until)\}/g
// All at once: what a name holds is not read as the name of another.
const filled = (words: string, names: MailNames) => words.replaceAll(NAMED, (_, name: keyof MailNames) => names[name])

const untilOf = (until: Date, language: MailLanguage, timeZone: string) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
    timeZone,
  }).format(until)

const paragraph = (text: string) => `<p>${escaped(text)}</p>`

/** Writes the mail that carries a link. Names come from people: each is put on one line, and is text, nothing else. */
export function linkMail(link: LinkMail): Mail {
  const { purpose, language, url } = link
  const { host } = new URL(url)
  const names: MailNames = {
    name: plainName(link.person.name),
    maker: plainName(link.maker),
    project: plainName(link.project),
    reason: plainName(link.reason),
    host,
    until: untilOf(link.until, language, link.timeZone),
  }
  const words = MAIL_WORDS[language][purpose]
  const [before, after] = [words.before, words.after].map((texts) => texts.map((text) => filled(text, names)))
  const address = escaped(url)
  return {
    to: { name: names.name, address: link.person.email },
    subject: filled(words.subject, names),
    text: [...(before ?? []), url, ...(after ?? [])].join('\n\n').concat('\n'),
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body>`,
      ...(before ?? []).map(paragraph),
      `<p><a href="${address}">${address}</a></p>`,
      ...(after ?? []).map(paragraph),
      '</body></html>',
    ].join('\n'),
    messageId: `<link-${link.linkId}@${new URL(url).hostname}>`,
  }
}

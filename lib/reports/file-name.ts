import type { VerdictReport } from '@/lib/reports/report'
import { normalForm } from '@/lib/text/normal-form'

const MAX_LENGTH = 80
// What no file system takes, and what would end the header that carries the name.
const UNSAFE = /[\p{C}\p{Z}/\\:*?"<>|%;,'-]+/gu

const trimmed = (name: string) => name.replace(/^[-.\s]+|[-.\s]+$/g, '')

/** The name of a report's file: `full` in any script, `ascii` for whoever reads no other; both safe in a header. */
export function reportFileName(report: VerdictReport, extension: string): { full: string; ascii: string } {
  const title = [...report.article.title.toWellFormed().replace(UNSAFE, '-')].slice(0, MAX_LENGTH).join('')
  const plain = normalForm(title, 'NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._]+/g, '-')
  const end = `${report.draft ? 'draft-' : ''}${report.generatedAt.slice(0, 10)}.${extension}`
  const named = (name: string) => [trimmed(name), end].filter(Boolean).join('-')
  return { full: named(title), ascii: named(plain) }
}

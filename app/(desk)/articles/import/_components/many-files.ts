import type { ActionError } from '@/app/_ui/action-result'
import type { ImportPreview } from '@/lib/import/queries'
import type { Received } from '../../_components/intake/received'

/** One of many files on its way in. */
export type FileRow = {
  received: Received
  /** The same at each try, so that one file is one article. */
  commandId: string
  title: string
  state:
    | { kind: 'waiting' | 'reading' }
    | { kind: 'read' | 'saving'; preview: ImportPreview }
    | { kind: 'refused'; error: ActionError }
    | { kind: 'known'; articleId: string; title: string }
    | { kind: 'twin'; of: string }
    | { kind: 'saved' | 'undone'; articleId: string }
}

/** What is told of a file that was read, in words that need somebody's eyes. */
export type Doubt = 'encoding' | 'date' | 'mojibake' | 'damaged'

export const doubtsOf = ({ certain, facts, mojibake, unreadable }: ImportPreview): Doubt[] => [
  ...(certain ? [] : (['encoding'] as const)),
  ...(facts.date?.doubt ? (['date'] as const) : []),
  ...(mojibake ? (['mojibake'] as const) : []),
  ...(unreadable > 0 ? (['damaged'] as const) : []),
]

/** Whether letters of the text may be wrong: such a text is not saved before somebody has said so. */
export const isDoubtful = ({ certain, mojibake, unreadable }: ImportPreview) =>
  !certain || mojibake !== null || unreadable > 0

/** How a row stands after its file was read: known in the project, the same as another row, or ready. */
export function stateAfterReading(preview: ImportPreview, others: readonly FileRow[]): FileRow['state'] {
  if (preview.existing) return { kind: 'known', articleId: preview.existing.id, title: preview.existing.title }
  const twin = others.find(
    ({ state }) => (state.kind === 'read' || state.kind === 'saving') && state.preview.sha256 === preview.sha256,
  )
  if (twin) return { kind: 'twin', of: twin.received.fileName ?? twin.title }
  return { kind: 'read', preview }
}

/** What is sent of a row that nobody looked into: as it was read, but for its title; a date in doubt is left open. */
export const detailsOf = (row: FileRow, preview: ImportPreview) => ({
  title: row.title,
  language: preview.language,
  published: preview.facts.date?.doubt ? null : preview.published,
  outletId: preview.outlet?.id ?? null,
  outletName: preview.outlet ? null : preview.facts.outlet,
  byline: preview.facts.byline,
  dateline: preview.facts.dateline,
  originUrl: preview.facts.address,
})

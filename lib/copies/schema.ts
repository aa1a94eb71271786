import { z } from 'zod'
import { optionalText } from '@/lib/fields'
import { articleId, claimId, copyDecisionId, evidenceId, versionId } from '@/lib/ids'
import { CopyDecisionKind } from '@/prisma/generated/enums'

const offset = z.int32('invalidField').min(0, 'span.outside')

/** A place in code points, of a version's text or of a quote that stands only in an evidence item, and the words seen there. */
const textPlace = z
  .object({
    versionId: versionId.nullable(),
    evidenceId: evidenceId.nullable(),
    start: offset,
    end: offset,
    exact: z.string('span.otherWords'),
  })
  .refine((place) => (place.versionId === null) !== (place.evidenceId === null), 'invalidField')
  .refine(({ start, end }) => start < end, 'span.empty')

/** For COPIED_FROM, `copy` took the sentence from `original`; for the other kinds the two have no order. */
export const decideCopyInput = z.object({
  id: copyDecisionId,
  kind: z.enum(CopyDecisionKind, 'invalidField'),
  copy: textPlace,
  original: textPlace,
  reason: optionalText(2000),
})

export const takeBackCopyDecisionInput = z.object({ id: copyDecisionId, reason: optionalText(2000) })

export const SHOWN = ['undecided', 'decided', 'all'] as const

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const cursor = new RegExp(`^(${uuid})(?:[.]([0-9]{1,9})[.](${uuid})[.]([0-9]{1,9}))?$`)

/** Where a page of the project's sentences ended: after an article, or after a place in it and in the other text. */
export const sentenceCursor = z.string().transform((text, context) => {
  const [, article, start, other, otherStart] = cursor.exec(text) ?? []
  if (article === undefined) {
    context.addIssue('invalidField')
    return z.NEVER
  }
  const after = other === undefined ? null : { start: Number(start), other, otherStart: Number(otherStart) }
  return { article, after }
})

/** `article`: only what this text shares; `claim`: where that claim stands. `before`: what comes after this place. */
export const listSharedSentencesInput = z.object({
  article: articleId.nullish(),
  claim: claimId.nullish(),
  show: z.enum(SHOWN).default('undecided'),
  before: sentenceCursor.nullish(),
  page: z.int().min(1).max(9999).default(1),
})

export type TextPlace = z.output<typeof textPlace>
export type SentenceCursor = z.output<typeof sentenceCursor>
export type Shown = (typeof SHOWN)[number]

import { z } from 'zod'
import { optionalText } from '@/lib/fields'
import { articleId, claimId, evidenceId, passageDecisionId, versionId } from '@/lib/ids'
import { PassageDecisionKind } from '@/prisma/generated/enums'

const offset = z.int32('invalidField').min(0, 'span.outside')

/** A place in code points, of a version's text or of a quote that stands only in an evidence item, and the words seen there. */
export const textPlace = z
  .object({
    versionId: versionId.nullable(),
    evidenceId: evidenceId.nullable(),
    start: offset,
    end: offset,
    exact: z.string('span.otherWords'),
  })
  .refine((place) => (place.versionId === null) !== (place.evidenceId === null), 'invalidField')
  .refine(({ start, end }) => start < end, 'span.empty')

/** For COPIED_FROM, `copy` took the passage from `original`; for the other kinds the two have no order. */
export const decidePassageInput = z.object({
  id: passageDecisionId,
  kind: z.enum(PassageDecisionKind, 'invalidField'),
  copy: textPlace,
  original: textPlace,
  reason: optionalText(2000),
})

export const takeBackPassageDecisionInput = z.object({ id: passageDecisionId, reason: optionalText(2000) })

export const SHOWN = ['undecided', 'decided', 'all'] as const

/** `article`: only what this text shares; `claim`: where that claim stands. `before`: older than this article. */
export const listSharedPassagesInput = z.object({
  article: articleId.nullish(),
  claim: claimId.nullish(),
  show: z.enum(SHOWN).default('undecided'),
  before: articleId.nullish(),
  page: z.int().min(1).max(9999).default(1),
})

export type TextPlace = z.output<typeof textPlace>
export type Shown = (typeof SHOWN)[number]

import { z } from 'zod'
import { optionalText, optionalUrl, requiredText } from '@/lib/fields'
import { sourceId } from '@/lib/ids'
import { SourceKind } from '@/prisma/generated/enums'

/** What a person can add. A confidential source needs an approval and a sealed identity: it has no form yet. */
export const ADDABLE_KINDS = [
  SourceKind.PERSON,
  SourceKind.ORGANISATION,
  SourceKind.OUTLET,
  SourceKind.DOCUMENT,
  SourceKind.UNNAMED_IN_TEXT,
] as const

/** Two of these with one name are the same: the second is refused. Documents and unnamed voices share names freely. */
export const UNIQUE_KINDS: readonly SourceKind[] = [SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OUTLET]

/** For an unnamed voice the name is the text's own words for it: "un responsable du ministère", "on". */
export const addSourceInput = z.object({
  id: sourceId,
  kind: z.enum(ADDABLE_KINDS, 'source.kindMissing'),
  name: requiredText(300, 'source.nameMissing'),
  aliases: z.array(requiredText(300)).max(50, 'source.tooManyAliases').default([]),
  role: optionalText(300),
  parentId: sourceId.nullish().transform((id) => id ?? null),
  url: optionalUrl,
})

export type NewSource = z.output<typeof addSourceInput>

export const searchSourcesInput = z.object({
  text: optionalText(300),
  kinds: z.array(z.enum(SourceKind)).max(10).default([]),
  limit: z.int().min(1).max(50).default(20),
})

/** A source as a form holds it. */
export type SourceValue = { id: string; name: string; kind: SourceKind; role: string | null }

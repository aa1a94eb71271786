import { z } from 'zod'
import { optionalText } from '@/lib/fields'
import { LINE_WAYS } from '@/lib/import/line-shape'

/** How a person wants received bytes to be read, where it differs from what is proposed. */
export const readingChoices = z.object({
  /** Null: as recognised. */
  encoding: optionalText(40),
  /** What was read in a wrong encoding on its way is turned back. */
  mend: z.boolean().default(false),
  /** Read as plain text, markup and all. */
  asText: z.boolean().default(false),
  /** Null: as proposed. */
  lines: z
    .enum(LINE_WAYS)
    .nullish()
    .transform((way) => way ?? null),
  /** Parts, by their numbers, that are left out where they would be kept, or kept where they would be left out. */
  toggled: z.array(z.int().min(0)).max(10_000).default([]),
})

export type ReadingChoices = z.output<typeof readingChoices>

export const AS_PROPOSED: ReadingChoices = { encoding: null, mend: false, asText: false, lines: null, toggled: [] }

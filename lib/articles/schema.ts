import { z } from 'zod'
import { optionalText, optionalUrl, optionalWorldDate, requiredName, seenVersion } from '@/lib/fields'
import { articleId, sourceId, spanId } from '@/lib/ids'

/**
 * A place in a version's text: code points, start inclusive, end exclusive. The span's id is made by the client. `exact` are
 * the words that the person saw there, as `withWords` cuts them: other words than those are never marked.
 */
export const spanPlace = z
  .object({
    id: spanId,
    start: z.int('span.outside').min(0, 'span.outside'),
    end: z.int('span.outside').min(1, 'span.outside'),
    exact: z.string('span.otherWords'),
  })
  .refine((place) => place.start < place.end, 'span.empty')

export type SpanPlace = z.output<typeof spanPlace>

/** The languages that a form offers; any other ISO 639-1 code is kept as it came. */
export const LANGUAGES = ['fr', 'en', 'ar', 'de', 'es', 'fa', 'it', 'ps', 'pt', 'ru', 'tr', 'uk', 'ur', 'zh'] as const

const articleTitle = requiredName(300, 'article.titleMissing')

/** Who wrote it, or the place and agency at its head, in the text's own words; or null. */
export const articleLine = optionalText(300)

/** ISO 639-1, or null when not known. */
export const articleLanguage = z
  .string()
  .nullish()
  .transform((code) => code?.toLowerCase() || null)
  .pipe(
    z
      .string()
      .regex(/^[a-z]{2}$/, 'article.languageUnknown')
      .nullable(),
  )

/** `version` is the one that the person saw: another one now is a conflict, and nothing is overwritten. */
export const editArticleInput = z.object({
  id: articleId,
  version: seenVersion,
  title: articleTitle,
  language: articleLanguage,
  outletId: sourceId.nullish().transform((id) => id ?? null),
  published: optionalWorldDate,
  byline: articleLine,
  dateline: articleLine,
  originUrl: optionalUrl,
})

export const articleVersionInput = z.object({ id: articleId, version: seenVersion })

export const listArticlesInput = z.object({
  archived: z.boolean().default(false),
  search: optionalText(200),
  page: z.int().min(1).max(10_000).default(1),
  /** The article after which the page begins, instead of a number. */
  after: articleId.nullish(),
})

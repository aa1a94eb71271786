import { z } from 'zod'
import { spanId } from '@/lib/ids'

/** A place in a version's text: code points, start inclusive, end exclusive. The span's id is made by the client. */
export const spanPlace = z
  .object({
    id: spanId,
    start: z.int('span.outside').min(0, 'span.outside'),
    end: z.int('span.outside').min(1, 'span.outside'),
  })
  .refine((place) => place.start < place.end, 'span.empty')

export type SpanPlace = z.output<typeof spanPlace>

import { z } from 'zod'
import { noticeId } from '@/lib/ids'

/** Without ids: all of one's own. */
export const markNoticesReadInput = z.object({ ids: z.array(noticeId).max(200).optional() })

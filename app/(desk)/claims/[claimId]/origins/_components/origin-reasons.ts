import type { Reason } from '@/lib/errors'

/** Why this person cannot do each of these now; empty: they can. */
export type OriginReasons = Record<'decide' | 'takeBack' | 'link' | 'unlink', readonly Reason[]>

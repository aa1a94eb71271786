import { publicUrl } from '@/lib/env'
import type { OneTimeLinkKind } from '@/prisma/generated/enums'

const PAGE = { INVITATION: 'invitation', JOIN: 'join', PASSWORD_RESET: 'reset' } as const

type Made<Kind> = { kind: Kind; token: string; expiresAt: string }

/** The address of a link that has just been made, for the one answer that shows it. */
export const withAddress = <Kind extends Exclude<OneTimeLinkKind, 'SETUP'>>({
  kind,
  token,
  expiresAt,
}: Made<Kind>) => ({
  kind,
  expiresAt,
  url: `${publicUrl()}/${PAGE[kind]}/${token}`,
})

import { linkPath } from '@/lib/auth/link-path'
import { publicUrl } from '@/lib/env'
import type { OneTimeLinkKind } from '@/prisma/generated/enums'

type NewLink<Kind> = { kind: Kind; token: string; expiresAt: string; byMail: boolean }

/** The address of a link that has just been made, for the one answer that shows it. */
export const withAddress = <Kind extends Exclude<OneTimeLinkKind, 'SETUP'>>({
  kind,
  token,
  ...made
}: NewLink<Kind>) => ({
  kind,
  ...made,
  url: publicUrl() + linkPath(kind, token),
})

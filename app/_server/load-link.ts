import { findLink, membershipOfLink } from '@/lib/auth/queries/find-link'
import { newId } from '@/lib/new-id'
import type { OneTimeLinkKind } from '@/prisma/generated/enums'
import { anonymousCtx } from './anonymous'

/** Looks at a one-time link without using it up: whose it is, who made it for what, and what speaks against it. */
export async function loadLink(kind: OneTimeLinkKind, token: string) {
  const { db, now } = anonymousCtx()
  const { link, refusals } = await findLink(db, kind, token, now)
  return {
    refusals,
    person: link?.user && { id: link.user.id, name: link.user.name, email: link.user.email },
    // Whoever holds a link that works may know what it is for.
    made: link && {
      by: link.createdBy?.name ?? '',
      project: link.project?.name ?? '',
      role: membershipOfLink(link)?.role ?? null,
      reason: link.reason ?? '',
      byMailOnly: link.byMailOnly,
    },
    // One command id per page: a form sent twice is one command.
    hidden: { token, commandId: newId() },
  }
}

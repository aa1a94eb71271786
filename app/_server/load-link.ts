import { findLink } from '@/lib/auth/queries'
import { newId } from '@/lib/ids'
import type { OneTimeLinkKind } from '@/prisma/generated/enums'
import { anonymousCtx } from './actor'

/** Looks at a one-time link without using it up: whose it is and what speaks against it. */
export async function loadLink(kind: OneTimeLinkKind, token: string) {
  const { db, now } = anonymousCtx()
  const { link, refusal } = await findLink(db, kind, token, now)
  const person = link?.user && { name: link.user.name, email: link.user.email }
  // One command id per page: a form sent twice is one command.
  return { refusal, person, hidden: { token, commandId: newId() } }
}

import { type LinkFacts, linkRefusals } from '@/lib/auth/link-grounds'
import { isInForce } from '@/lib/auth/membership-in-force'
import type { Db, Tx } from '@/lib/db'
import type { Reason } from '@/lib/errors'
import { sha256 } from '@/lib/sha256'
import type { OneTimeLinkKind, Prisma } from '@/prisma/generated/client'

/** What is stored of a link's token. */
export const hashOfToken = (token: string): string => sha256(token)

const WITH_GROUNDS = {
  user: { include: { memberships: true } },
  createdBy: { include: { memberships: true } },
  project: { select: { id: true, name: true, timeZone: true } },
} as const satisfies Prisma.OneTimeLinkInclude
export type LinkWithGrounds = Prisma.OneTimeLinkGetPayload<{ include: typeof WITH_GROUNDS }>

/** The membership that a project's link was made for, as it is now. */
export const membershipOfLink = ({ projectId, user }: LinkWithGrounds) =>
  user?.memberships.find((membership) => membership.projectId === projectId) ?? null

function makerOf({ createdBy, projectId, userId }: LinkWithGrounds): LinkFacts['maker'] {
  if (!createdBy) return null
  const membership = createdBy.memberships.find((each) => each.projectId === projectId && isInForce(each))
  return {
    role: membership?.role ?? null,
    isOwner: createdBy.isOwner,
    disabled: createdBy.disabledAt !== null,
    isSelf: createdBy.id === userId,
  }
}

/** Whether a newer link has taken the place of this one: it was made in the moment when this one ended. */
async function isReplaced(db: Tx | Db, { id, userId, supersededAt }: LinkWithGrounds): Promise<boolean> {
  if (!supersededAt) return false
  return (await db.oneTimeLink.count({ where: { userId, createdAt: supersededAt, id: { not: id } }, take: 1 })) > 0
}

type LinkedUser = NonNullable<LinkWithGrounds['user']>

function factsOf(link: LinkWithGrounds, user: LinkedUser, replaced: boolean, now: Date): LinkFacts {
  const membership = membershipOfLink(link)
  const known = [link.projectId, ...link.reach]
  return {
    kind: link.kind,
    used: link.usedAt !== null,
    superseded: link.supersededAt !== null,
    replaced,
    expired: link.expiresAt <= now,
    byMailOnly: link.byMailOnly,
    outdated: link.accessVersion === null || (link.kind !== 'PASSWORD_RESET' && link.projectId === null),
    project: link.project?.name ?? null,
    maker: makerOf(link),
    person: {
      isOwner: user.isOwner,
      disabled: user.disabledAt !== null,
      changed: link.accessVersion !== user.accessVersion,
      joinedElsewhere: user.memberships.some((each) => isInForce(each) && !known.includes(each.projectId)),
    },
    membership: membership && {
      ended: membership.endedAt !== null,
      changed: membership.version !== link.membershipVersion,
    },
  }
}

/** A set-up link rests on one ground: that there is nobody yet. */
async function setUpRefusals(db: Tx | Db, link: LinkWithGrounds, now: Date): Promise<Reason[]> {
  if (link.usedAt) return [{ key: 'auth.linkUsed', values: { ask: 'setup', project: '' } }]
  if (link.supersededAt || link.expiresAt <= now)
    return [{ key: 'auth.linkExpired', values: { ask: 'setup', project: '' } }]
  return (await db.user.count({ take: 1 })) > 0 ? [{ key: 'auth.alreadySetUp' }] : []
}

/**
 * The link of this token, its grounds as they are now, and every reason why it opens nothing (any more). Reading it uses nothing up. Of a
 * token that nobody made, only that it is not valid.
 */
export async function findLink(db: Tx | Db, kind: OneTimeLinkKind, token: string, now: Date) {
  return judged(db, { kind, tokenHash: hashOfToken(token) }, now)
}

/** The same of a link by its id, for who sends it. */
export const findLinkById = (db: Tx | Db, id: string, now: Date) => judged(db, { id }, now)

async function judged(db: Tx | Db, where: Prisma.OneTimeLinkWhereInput, now: Date) {
  const link = await db.oneTimeLink.findFirst({ where, include: WITH_GROUNDS })
  if (!link) return { link: null, refusals: [{ key: 'auth.linkUnknown' }] satisfies Reason[] }
  if (link.kind === 'SETUP') return { link, refusals: await setUpRefusals(db, link, now) }
  if (!link.user) return { link, refusals: [{ key: 'auth.linkUnknown' }] satisfies Reason[] }
  return { link, refusals: linkRefusals(factsOf(link, link.user, await isReplaced(db, link), now)) }
}

import { z } from 'zod'
import { type DeviceName, deviceNameOf } from '@/lib/auth/device-name'
import { authorise } from '@/lib/auth/permissions'
import { type Ctx, personOf } from '@/lib/context'
import type { AuditEntry } from '@/prisma/generated/client'

type SignInRow = Pick<AuditEntry, 'id' | 'action' | 'after' | 'at' | 'entityId'>

const KIND = {
  'signIn:succeed': 'succeed',
  'signIn:fail': 'fail',
  'signIn:failUnknown': 'failUnknown',
  'signIn:lock': 'lock',
  'user:askReset': 'askReset',
} as const

const told = z.object({
  address: z.string().nullish(),
  userAgent: z.string().nullish(),
  count: z.int().optional(),
})

/** What happened at the door of an account. */
export type SignInEntry = {
  id: string
  at: Date
  /** The person's name, in a list of several people. */
  person: string | null
  kind: (typeof KIND)[keyof typeof KIND]
  address: string | null
  device: DeviceName
  /** Of failures: how many there had been within that hour. */
  count: number
}

const isSignIn = (action: string): action is keyof typeof KIND => Object.hasOwn(KIND, action)

function entryOf({ id, action, after, at, entityId }: SignInRow, names: ReadonlyMap<string, string>): SignInEntry[] {
  if (!isSignIn(action)) return []
  const { address, userAgent, count } = told.safeParse(after).data ?? {}
  const device = deviceNameOf(userAgent ?? null)
  const person = names.get(entityId) ?? null
  return [{ id, at, kind: KIND[action], person, address: address ?? null, device, count: count ?? 1 }]
}

const findRows = ({ db }: Ctx, where: { entityId?: string }, take: number): Promise<SignInRow[]> =>
  db.auditEntry.findMany({
    where: { action: { in: Object.keys(KIND) }, ...where },
    orderBy: { sequence: 'desc' },
    take,
    select: { id: true, action: true, after: true, at: true, entityId: true },
  })

/** The last sign-ins to one's own account, the failed ones, and when a new password was asked for; newest first. */
export async function listOwnSignIns(ctx: Ctx, take = 10): Promise<SignInEntry[]> {
  const rows = await findRows(ctx, { entityId: personOf(ctx) }, take)
  return rows.flatMap((row) => entryOf(row, new Map()))
}

/** The same of all accounts of the installation, with the names of the people. */
export async function listSignIns(ctx: Ctx, take = 50): Promise<SignInEntry[]> {
  authorise('installation:read', ctx.actor)
  const rows = await findRows(ctx, {}, take)
  const ids = [...new Set(rows.map(({ entityId }) => entityId))]
  const people = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.flatMap((row) => entryOf(row, names))
}

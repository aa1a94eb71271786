import { randomUUID } from 'node:crypto'
import { keepReading } from '@/lib/articles/commands/keep-reading'
import { readText } from '@/lib/articles/text-reading'
import { hashOfToken } from '@/lib/auth/queries/find-link'
import { SESSION_LIFETIME } from '@/lib/auth/session'
import { markClaim } from '@/lib/claims/commands/mark-claim'
import { defaultChecked } from '@/lib/claims/default-checked'
import type { Ctx } from '@/lib/context'
import { type Db, getDb, type Tx } from '@/lib/db'
import { newId, projectId as parseProjectId, userId as parseUserId } from '@/lib/ids'
import { asSuperuser } from '@/lib/launch/as-superuser'
import { actionsFrom, TRANSITIONS } from '@/lib/review/workflow'
import { sha256 } from '@/lib/sha256'
import { codePointLength, toCodePoint } from '@/lib/text/code-points'
import { normaliseText } from '@/lib/text/normalise'
import type { ClaimCategory, ReviewState, Role } from '@/prisma/generated/enums'

// Builders that unit tests, database tests and browser stories share. Each makes real rows and answers their ids.

/** The clock of tests: 27 August 2021, noon in Kabul. */
export const TEST_NOW = new Date('2021-08-27T07:30:00.000Z')

/** A command id of one's own, for commands whose repetition is not what is tested. */
export const once = () => ({ commandId: newId() })

const SCALE = [
  ['false', 'Faux', 'False', 1, 'false'],
  ['mostly_false', 'Plutôt faux', 'Mostly false', 2, 'mostlyfalse'],
  ['half_true', 'En partie exact', 'Half true', 3, 'mixed'],
  ['mostly_true', 'Plutôt exact', 'Mostly true', 4, 'mostlytrue'],
  ['true', 'Exact', 'True', 5, 'true'],
  ['unverifiable', 'Invérifiable', 'Unverifiable', null, 'unknown'],
] as const

/** A user without a password, active in no project. An owner, whom only tests of the database make: they are not the first of all. */
export async function aUser(db: Db, name = 'Somebody', isOwner = false) {
  const email = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}.${randomUUID().slice(0, 8)}@recoupe.example`
  const user = await db.user.create({ data: { id: newId(), email, name } })
  if (!isOwner) return user
  await makeOwner(user.id)
  return db.user.findUniqueOrThrow({ where: { id: user.id } })
}

/** A session of this user that has just begun. Answers its token. */
export async function aSession(db: Db, user: { id: string }) {
  const token = randomUUID()
  const now = new Date()
  const times = { createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + SESSION_LIFETIME) }
  await db.session.create({ data: { id: newId(), userId: user.id, tokenHash: hashOfToken(token), ...times } })
  return token
}

/** Makes somebody an owner of the installation, as whoever owns the tables can. */
export const makeOwner = (id: string) => asSuperuser('UPDATE "User" SET "isOwner" = true WHERE "id" = $1', [id])

/** A context in which this user acts in this project. */
export function actingAs(
  user: { id: string; isOwner?: boolean },
  project: { id: string } | null,
  role: Role | null,
): Ctx {
  const actor = {
    userId: parseUserId.parse(user.id),
    projectId: project ? parseProjectId.parse(project.id) : null,
    role,
    isOwner: user.isOwner ?? false,
  }
  return { actor, db: getDb(), now: TEST_NOW }
}

/** Adds a member with a role and answers the context in which they act. */
export async function aMember(db: Db, project: { id: string }, role: Role, name: string = role) {
  const user = await aUser(db, name)
  await db.membership.create({ data: { id: newId(), projectId: project.id, userId: user.id, role } })
  return { user, ctx: actingAs(user, project, role) }
}

/** A project with the default scale and one member of each role, and a second checker. */
export async function aProject(db: Db = getDb(), name = `Desk ${randomUUID().slice(0, 8)}`) {
  const project = await db.project.create({ data: { id: newId(), name, kind: 'LIVE' } })
  await db.rating.createMany({
    data: SCALE.map(([key, labelFr, labelEn, value, colour], position) => ({
      id: newId(),
      projectId: project.id,
      key,
      labelFr,
      labelEn,
      value,
      colour,
      position,
    })),
  })
  const [viewer, checker, checker2, editor, admin] = [
    await aMember(db, project, 'VIEWER', 'Viewer'),
    await aMember(db, project, 'CHECKER', 'Checker'),
    await aMember(db, project, 'CHECKER', 'Checker Two'),
    await aMember(db, project, 'EDITOR', 'Editor'),
    await aMember(db, project, 'ADMIN', 'Admin'),
  ]
  const ratings = await db.rating.findMany({ where: { projectId: project.id }, orderBy: { position: 'asc' } })
  return { project, viewer, checker, checker2, editor, admin, ratings }
}

/** An article with one version of this text, put straight into the database. */
export async function anArticle(db: Db, project: { id: string }, raw: string, title = 'An article') {
  const text = normaliseText(raw)
  const received = new TextEncoder().encode(raw)
  const source = await db.source.create({
    data: {
      id: newId(),
      projectId: project.id,
      kind: 'DOCUMENT',
      name: title,
      nameKey: title.toLowerCase(),
      aliases: [],
    },
  })
  const article = await db.article.create({
    data: { id: newId(), projectId: project.id, title, sourceId: source.id, language: 'fr' },
  })
  const version = await db.articleVersion.create({
    data: {
      id: newId(),
      projectId: project.id,
      articleId: article.id,
      number: 1,
      text,
      sha256: sha256(text),
      codePoints: codePointLength(text),
      received,
      receivedSha256: sha256(received),
      encoding: 'utf-8',
    },
  })
  await keepReading(db, project.id, version.id, readText(text))
  return { article, version, source }
}

/** The place of `words` in a text, in code points, with the words as seen there. Throws when they are not there. */
export function placeOf(text: string, words: string) {
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`The text does not hold "${words}".`)
  return { start: Number(toCodePoint(text, at)), end: Number(toCodePoint(text, at + words.length)), exact: words }
}

/** A claim marked by `ctx` on these words of the version's text. */
export async function aClaim(
  ctx: Ctx,
  version: { id: string; articleId: string; text: string },
  words: string,
  category: ClaimCategory = 'OTHER',
) {
  return markClaim(ctx, {
    ...once(),
    id: newId(),
    articleId: version.articleId,
    versionId: version.id,
    spans: [{ id: newId(), ...placeOf(version.text, words) }],
    category,
    checked: defaultChecked(category),
    wording: words,
  })
}

/** The states on the shortest way through the review, the first left out. */
function wayTo(from: ReviewState, to: ReviewState): ReviewState[] {
  const ways: ReviewState[][] = [[from]]
  for (const way of ways) {
    const last = way[way.length - 1] ?? from
    if (last === to) return way.slice(1)
    const next = actionsFrom(last).map((action) => TRANSITIONS[action].to)
    ways.push(...next.filter((state) => !way.includes(state)).map((state) => [...way, state]))
  }
  return []
}

/** Moves a claim on to a state straight in the database, by the moves that the review allows. */
export async function walkTo(db: Db, claim: { id: string }, to: ReviewState) {
  const { state: from } = await db.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { state: true } })
  for (const state of wayTo(from, to)) await db.claim.update({ where: { id: claim.id }, data: { state } })
}

/** Changes parts of a claim straight in the database, with the new revision that it wants for that. */
export const reviseWith = <T>(db: Db, claimId: string, work: (tx: Tx) => Promise<T>) =>
  db.$transaction(async (tx) => {
    await tx.claim.update({ where: { id: claimId }, data: { revision: { increment: 1 } } })
    return work(tx)
  })

/** Assigns a claim straight in the database, in the state that this brings. */
export async function assignedTo(db: Db, claim: { id: string }, assignee: { id: string }, by: { id: string }) {
  await db.assignment.create({
    data: { id: newId(), claimId: claim.id, assigneeId: assignee.id, assignedById: by.id, createdAt: TEST_NOW },
  })
  await walkTo(db, claim, 'CHECKING')
  await db.claim.update({ where: { id: claim.id }, data: { stateSince: TEST_NOW } })
}

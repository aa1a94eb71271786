import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Actor, Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { DomainError, type Reason } from '@/lib/errors'
import { newId, projectId, userId } from '@/lib/ids'
import { receiveFiles, startBatch } from '@/lib/import/commands/receive-files'
import { workOnBatch } from '@/lib/import/commands/work-on-batch'
import { groupsToSend } from '@/lib/import/files-to-send'
import { MAX_RECEIVED_BYTES, MOST_FILES } from '@/lib/import/schema'

// Run by `npm run import`. What it has to say comes in lines `name=json`, which the launcher puts into words.
const db = getDb()
const [folder = '', project = '', person = ''] = process.argv.slice(2)
const tell = (name: string, value: unknown) => console.log(`${name}=${JSON.stringify(value)}`)
const refuse = (key: string, values: Record<string, string> = {}): never => {
  throw new DomainError('refused', [{ key, values }])
}

const isOfSystem = (name: string) => name.startsWith('.') || /^(?:thumbs\.db|desktop\.ini)$/i.test(name)

type Found = { path: string; size: number }

/** The files below a folder, in the order of their names; links are not followed. */
function filesBelow(path: string): Found[] {
  const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !isOfSystem(name))
  entries.sort((one, other) => (one.name < other.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const own = join(path, entry.name)
    if (entry.isDirectory()) return filesBelow(own)
    return entry.isFile() ? [{ path: own, size: statSync(own).size }] : []
  })
}

/** The project of that name, or the only one. */
async function projectNamed(name: string) {
  const projects = await db.project.findMany({
    where: name ? { name } : {},
    orderBy: { name: 'asc' },
    take: 20,
    select: { id: true, name: true },
  })
  const names = (name ? await db.project.findMany({ orderBy: { name: 'asc' }, take: 20 }) : projects)
    .map((each) => each.name)
    .join(' · ')
  const [only] = projects
  if (!only || projects.length > 1) return refuse(only ? 'importWhichProject' : 'importNoProject', { names })
  return only
}

/** Who acts: a member by their e-mail address, with their rights; else the installation itself. */
async function actorOf(project: { id: string }, email: string): Promise<Actor> {
  const who = { projectId: projectId.parse(project.id), isOwner: false }
  if (!email) return { ...who, userId: null, role: 'EDITOR' }
  const user = await db.user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } })
  if (!user) return refuse('importNoPerson', { person: email })
  const where = { userId: user.id, projectId: project.id, endedAt: null, joinedAt: { not: null } }
  const membership = await db.membership.findFirst({ where, select: { role: true } })
  return { ...who, userId: userId.parse(user.id), role: membership?.role ?? null }
}

const LONGEST_NAME = 255

/** The names of what has not come in, with the reasons, as its batch keeps them. */
async function tellOutcome(batchId: string) {
  const files = await db.importFile.findMany({
    where: { batchId },
    orderBy: { position: 'asc' },
    select: { fileName: true, state: true, reasons: true },
  })
  for (const { fileName, state, reasons } of files)
    if (state === 'FAILED' || state === 'DOUBTFUL') tell('file', { name: fileName, state, reasons })
  const count = (state: string) => files.filter((file) => file.state === state).length
  return { saved: count('SAVED'), known: count('KNOWN'), doubtful: count('DOUBTFUL'), failed: count('FAILED') }
}

async function importBatch(ctx: Ctx, files: readonly Found[]) {
  const id = newId()
  await startBatch(ctx, { commandId: newId(), id, expected: files.length })
  const named = files.map((file, position) => ({ ...file, id: newId(), position }))
  for (const group of groupsToSend(named)) {
    const sent = group.map(({ path, size, ...file }) => ({
      ...{ ...file, size, fileName: relative(folder, path).slice(-LONGEST_NAME) },
      bytes: size > MAX_RECEIVED_BYTES ? null : Uint8Array.from(readFileSync(path)),
    }))
    await receiveFiles(ctx, { commandId: newId(), id, files: sent })
  }
  await workOnBatch(ctx, id, async (done) => tell('progress', { done, total: files.length }))
  // Where Recoupe runs, its worker may have some of them in hand.
  while ((await db.importFile.count({ where: { batchId: id, state: 'WAITING' } })) > 0)
    await new Promise((resolve) => setTimeout(resolve, 200))
  tell('batch', { id, ...(await tellOutcome(id)) })
}

try {
  const files = filesBelow(folder)
  if (files.length === 0) refuse('importNothing', { folder })
  const chosen = await projectNamed(project)
  const ctx: Ctx = { actor: await actorOf(chosen, person), db, now: new Date() }
  for (let from = 0; from < files.length; from += MOST_FILES)
    await importBatch(ctx, files.slice(from, from + MOST_FILES))
} catch (error) {
  if (!(error instanceof DomainError)) throw error
  tell('refused', error.reasons satisfies readonly Reason[])
  process.exitCode = 1
} finally {
  await db.$disconnect()
}

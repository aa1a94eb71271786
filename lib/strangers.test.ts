import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { holds, PERMISSIONS, type Permission, type PermissionRule } from '@/lib/auth/permissions'
import { claimFacts } from '@/lib/claims/claim-facts'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { type Exported, exportedBy } from '@/lib/launch/exported'
import { REVIEW_ACTIONS, TRANSITIONS } from '@/lib/review/workflow'
import { aProject } from '@/seeds/builders'
import type { CommandCase } from '@/seeds/matrix/entries'
import { COMMAND_CASES, EXEMPT, QUERY_CASES } from '@/seeds/matrix/matrix'
import { fingerprint, ghostsOf, idsIn, type Outcome, outcomeOf, takenBack, withoutNewIds } from '@/seeds/matrix/outcome'
import { insidersOf, outsidersOf, type Persona } from '@/seeds/matrix/personas'
import { aDeskOfThings, MARKER, type Things } from '@/seeds/matrix/things'

// Every command and every query, tried by everybody: outsiders find nothing and change nothing, members may what the tables say.
vi.stubEnv('RECOUPE_IDENTITY_KEY', randomBytes(32).toString('base64url'))
// A busy machine takes its time: each test is a dozen people, one after the other.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })
const db = getDb()

async function prepare() {
  const other = await aProject(db)
  const before = await idsIn(db)
  const { desk, things } = await aDeskOfThings()
  const secrets = [...(await idsIn(db))].filter((id) => !before.has(id))
  const emails = await db.user.findMany({ where: { id: { in: secrets } }, select: { email: true } })
  return {
    ...{ things, ...ghostsOf(things), insiders: insidersOf(desk), outsiders: await outsidersOf(db, desk, other) },
    secrets: [...secrets, ...emails.map(({ email }) => email), MARKER],
    known: new Set([...before, ...secrets]),
  }
}
let all: Awaited<ReturnType<typeof prepare>>
beforeAll(async () => {
  all = await prepare()
})

/** What of the desk an answer holds. */
const leaksOf = ({ text }: Outcome) => all.secrets.filter((secret) => text.includes(secret))

const whoOf = ({ may }: CommandCase): PermissionRule => {
  const move = REVIEW_ACTIONS.find((action) => may === `move:${action}`)
  // What is neither a move nor `self` is a permission.
  return move ? TRANSITIONS[move].who : PERMISSIONS[may as Permission]
}

function mayDo(entry: CommandCase, { actor }: Ctx, { claims }: Things): boolean {
  if (!entry.claim) return holds(whoOf(entry), actor)
  const { markedById, assigneeId, reviewerId } = claims[entry.claim]
  const assignment = assigneeId === null ? null : { assigneeId, reviewerId }
  return holds(whoOf(entry), claimFacts(actor, { markedById }, assignment))
}

const isMember = ({ asks, reads }: Persona) => asks === reads && reads.actor.role !== null

/** What an outsider may do all the same: what is about themselves, and what they do as a member of their own project. */
function isOwnAffair(entry: CommandCase, persona: Persona): boolean {
  if (entry.may === 'self') return !persona.isAnonymous && !persona.isDisabled
  const { asks, reads } = persona
  return entry.own === true && asks === reads && holds(whoOf(entry), reads.actor)
}

/** The owner of the installation may what is the owner's, whichever project it is about. */
const isOwners = (who: PermissionRule, { owns }: Persona) => owns === true && who.some((all) => all.includes('owner'))

/** How everybody else is refused: there is nothing; or it is said what one may not in one's own project, or as nobody. */
function refusalOf(entry: CommandCase, persona: Persona): string {
  if (entry.may === 'self' && persona.isAnonymous) return 'forbidden'
  if (!isMember(persona)) return 'not-found'
  return entry.own ? 'forbidden' : (entry.elsewhere ?? 'not-found')
}

/** Done; or refused for the one reason that even those who may can meet. */
function expectDone({ meets }: CommandCase, { code, text }: Outcome, name: string) {
  if (code !== 'done') expect(text, `${name}: ${code}`).toContain(meets ?? 'nothing at all')
  expect(text, name).not.toContain('"permission.')
}

describe('the matrix is whole', () => {
  const folder = join(import.meta.dirname)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `lib/${path}`)
  const read = (path: string) => readFileSync(join(folder, '..', path), 'utf8')
  const doors = paths
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => exportedBy(path, read(path)))
    .filter(({ role }) => role === 'door')
  const base = (key: string) => key.replace(/ \(\d+\)$/, '')
  const entered = new Map([...COMMAND_CASES, ...QUERY_CASES].map(([key, entry]) => [base(key), String(entry.call)]))
  const isTried = ({ key }: Exported) => entered.has(key) || EXEMPT.has(key)

  test('every command and every query that a module exports is in it', () => {
    const missing = doors.filter((door) => !isTried(door)).map(({ key, path, kind }) => `${key} of ${path} (${kind})`)
    expect(
      missing,
      'To enter one: in seeds/matrix/<domain>.ts (found by seeds/matrix/matrix.ts) add under `commands` or `queries` ' +
        '`name: { may: "<line of PERMISSIONS>", call: (ctx, things) => name(ctx, { ...once(), id: things… }) }`; ' +
        'what it needs of a desk is in seeds/matrix/things.ts. What knows no project is named under `exempt`, with the reason.',
    ).toEqual([])
  })

  test('every entry is of something that is there, and calls it', () => {
    const names = new Map(doors.map(({ key, name }) => [key, name]))
    for (const key of [...entered.keys(), ...EXEMPT.keys()]) expect(names.has(key), `${key} is exported`).toBe(true)
    for (const [key, name] of names) if (entered.has(key)) expect(entered.get(key), key).toContain(name)
    for (const [key, reason] of EXEMPT) expect(entered.has(key) || reason === '', key).toBe(false)
  })

  test('every line of the tables is tried', () => {
    const tried = new Set<string | undefined>([...COMMAND_CASES, ...QUERY_CASES].map(([, { may }]) => may))
    const lines = [...Object.keys(PERMISSIONS), ...REVIEW_ACTIONS.map((action) => `move:${action}`)]
    // What every query without a line of its own asks.
    expect(lines.filter((line) => !tried.has(line) && line !== 'project:read')).toEqual([])
  })
})

describe.each(COMMAND_CASES)('%s', (_, entry) => {
  test('is not there for outsiders, who change nothing and learn nothing', async () => {
    const before = await fingerprint(db)
    for (const [name, persona] of Object.entries(all.outsiders)) {
      const { asks } = persona
      if (entry.may !== 'self' && isOwners(whoOf(entry), persona)) {
        expectDone(entry, await takenBack(asks, (ctx) => entry.call(ctx, all.things)), name)
        continue
      }
      const own = isOwnAffair(entry, persona)
      const attempt = (things: Things) =>
        own ? takenBack(asks, (ctx) => entry.call(ctx, things)) : outcomeOf(() => entry.call(asks, things))
      const outcome = await attempt(all.things)
      if (own) expectDone(entry, outcome, name)
      else expect(outcome.code, `${name}: ${outcome.text}`).toBe(refusalOf(entry, persona))
      expect(leaksOf(outcome), name).toEqual([])
      const ghost = await attempt(all.ghosts)
      const plain = ({ code, text }: Outcome) => [code, withoutNewIds(all.undo(text), all.known)]
      expect(plain(outcome), `${name}: as for what never was`).toEqual(plain(ghost))
    }
    expect(await fingerprint(db)).toBe(before)
  })

  test('is done for the members that the tables name, and refused to the others', async () => {
    const before = await fingerprint(db)
    for (const [name, member] of Object.entries(all.insiders)) {
      const outcome = await takenBack(member, (ctx) => entry.call(ctx, all.things))
      const said = `${name}: ${outcome.code} ${outcome.text}`
      if (entry.may === 'self' || mayDo(entry, member, all.things)) {
        expectDone(entry, outcome, name)
      } else if (whoOf(entry).every((all) => all.includes('owner'))) {
        expect(outcome.code, said).toMatch(/^(forbidden|not-found)$/)
      } else if (outcome.code !== 'forbidden') {
        // Where the tables find more that is missing than the right, all of it is said.
        expect(outcome.code, said).toBe('refused')
        expect(outcome.text, said).toContain('"permission.')
      }
    }
    expect(await fingerprint(db)).toBe(before)
  })
})

describe.each(QUERY_CASES)('%s', (_, { call, may = 'project:read', bare, echoes }) => {
  test('tells outsiders nothing of the desk', async () => {
    for (const [name, persona] of Object.entries(all.outsiders)) {
      const { reads } = persona
      if (isOwners(PERMISSIONS[may], persona)) continue
      const [outcome, ghost] = [
        await outcomeOf(() => call(reads, all.things)),
        await outcomeOf(() => call(reads, all.ghosts)),
      ]
      expect(
        leaksOf(outcome).filter((secret) => !(echoes && secret === MARKER)),
        name,
      ).toEqual([])
      expect([outcome.code, outcome.text], `${name}: as for what never was`).toEqual([ghost.code, all.undo(ghost.text)])
      const refusal = reads.actor.role === null ? 'not-found' : 'forbidden'
      if (!holds(PERMISSIONS[may], reads.actor) && outcome.text !== '0') expect(outcome.code, name).toBe(refusal)
      else expect(outcome.code, name).toMatch(/^(done|not-found)$/)
    }
  })

  test('answers the members that the tables name', async () => {
    for (const [name, member] of Object.entries(all.insiders)) {
      const outcome = await outcomeOf(() => call(member, all.things))
      const allowed = holds(PERMISSIONS[may], member.actor)
      expect(outcome.code, `${name}: ${outcome.text.slice(0, 300)}`).toBe(allowed ? 'done' : 'forbidden')
      // Else an outsider's empty answer would say nothing.
      if (allowed && !bare) expect(leaksOf(outcome), name).not.toEqual([])
    }
  })
})

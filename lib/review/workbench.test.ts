import { beforeAll, describe, expect, test } from 'vitest'
import { copyAttribution } from '@/lib/attributions/commands/copy-attribution'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import { deleteClaim } from '@/lib/claims/commands/delete-claim'
import { editClaim } from '@/lib/claims/commands/edit-claim'
import { moveClaim } from '@/lib/claims/commands/move-claim'
import { getDb } from '@/lib/db'
import { saveEvent } from '@/lib/events/commands'
import { saveEvidence } from '@/lib/evidence/commands/save-evidence'
import { saveFigure } from '@/lib/figures/commands'
import { newId } from '@/lib/ids'
import { linkClaims, unlinkClaims } from '@/lib/independence/commands/link-claims'
import { assignClaim } from '@/lib/review/commands/assign'
import { startChecking } from '@/lib/review/commands/moves'
import {
  findWorkbenchClaim,
  listWorkbenchChanges,
  listWorkbenchClaims,
  type WorkbenchClaim,
} from '@/lib/review/queries/workbench'
import { undoLastStep } from '@/lib/steps/commands/undo-last-step'
import { recordVerdict } from '@/lib/verdicts/commands'
import { aClaim, anArticle, aProject, once, placeOf } from '@/seeds/builders'

const db = getDb()
const TEXT = 'Douze morts, dit le maire. Treize morts, dit le préfet. Le pont a tenu. La gare est fermée.'
let desk: Awaited<ReturnType<typeof aProject>>
let text: Awaited<ReturnType<typeof anArticle>>
let ids: Record<'twelve' | 'thirteen' | 'bridge', string>

const editor = () => desk.editor.ctx
const checker = () => desk.checker.ctx
const seen = async (id: string) => {
  const { version } = await db.claim.findUniqueOrThrow({ where: { id } })
  return { ...once(), id, version }
}

beforeAll(async () => {
  desk = await aProject()
  text = await anArticle(db, desk.project, TEXT)
  const claimOn = async (words: string) => (await aClaim(editor(), text.version, words, 'CASUALTIES')).id
  ids = {
    twelve: await claimOn('Douze morts'),
    thirteen: await claimOn('Treize morts'),
    bridge: await claimOn('Le pont a tenu'),
  }
})

const shown = () => ({ articleId: text.article.id, versionId: text.version.id })
const all = () => listWorkbenchClaims(editor(), text.article.id, text.version.id)
const byId = (claims: readonly WorkbenchClaim[]) =>
  [...claims].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ facts: _, refusals: __, ...claim }) => claim)

/** What comes of a write, put on what was there before, is what a page that is opened afterwards shows. */
async function expectTold(write: () => Promise<unknown>) {
  const before = await all()
  await write()
  const changes = await listWorkbenchChanges(editor(), { ...shown(), since: before.since })
  const after = await all()
  expect(changes.since).toBe(after.since)
  if (changes.isWhole) return { ...changes, told: [] as string[] }
  const told = new Set([...changes.claims.map(({ id }) => id), ...changes.goneIds])
  const kept = before.claims.filter(({ id }) => !told.has(id))
  expect(byId([...kept, ...changes.claims])).toEqual(byId(after.claims))
  return { ...changes, told: [...told] }
}

const linked = { id: newId() }
/** A claim of another article that says the same, with what it takes to count. */
async function elsewhere() {
  const other = await anArticle(db, desk.project, 'Douze morts, écrit la gazette.', 'Elsewhere')
  return aClaim(editor(), other.version, 'Douze morts', 'CASUALTIES')
}
let there: Awaited<ReturnType<typeof elsewhere>>
let eventId: string

const witnessed = (claimId: string, id = newId()) =>
  saveAttribution(editor(), {
    ...{ ...once(), id, claimId, version: null, versionId: text.version.id, hops: [] },
    ...{ knows: 'WITNESSED' as const, knowsReason: 'Vu.' },
  })
const toll = (claimId: string, verbatim: string, best: number, more = {}) => ({
  ...{ ...once(), id: newId(), claimId, version: null, measure: 'KILLED' as const, qualifier: 'EXACT' as const },
  ...{ verbatim, best, eventId, ...more },
})
let twelve: ReturnType<typeof toll>

describe('what has become of the claims of an article', () => {
  test('nothing, where nothing was written', async () => {
    const { since } = await all()
    // A project of another desk writes meanwhile.
    const other = await aProject()
    const { version } = await anArticle(db, other.project, TEXT)
    await aClaim(other.editor.ctx, version, 'Douze morts')
    // What was written a moment ago is told again, as it may have come late: here to the one who has it all.
    const changes = await listWorkbenchChanges(editor(), { ...shown(), since })
    expect(changes).toMatchObject({ since, isWhole: false, goneIds: [] })
    expect(byId((await all()).claims)).toEqual(expect.arrayContaining(byId(changes.claims)))
  })

  const steps: [string, () => Promise<unknown>][] = [
    ['marking', () => aClaim(editor(), text.version, 'La gare est fermée')],
    [
      'editing',
      async () =>
        editClaim(editor(), {
          ...{ ...(await seen(ids.bridge)), category: 'OTHER' as const, checked: 'CONTENT' as const, tags: [] },
          wording: 'Le pont tient.',
        }),
    ],
    [
      'moving',
      async () =>
        moveClaim(editor(), {
          ...(await seen(ids.bridge)),
          versionId: text.version.id,
          spans: [{ id: newId(), ...placeOf(TEXT, 'a tenu') }],
        }),
    ],
    ['undoing', async () => undoLastStep(editor(), { ...once(), articleId: text.article.id, claimId: ids.bridge })],
    ['a chain', () => witnessed(ids.twelve)],
    [
      'assigning',
      () =>
        assignClaim(editor(), {
          ...{ ...once(), id: ids.twelve, assignmentId: newId(), reason: null, dueOn: null, reviewerId: null },
          assigneeId: String(checker().actor.userId),
        }),
    ],
    ['starting', () => startChecking(checker(), { ...once(), id: ids.twelve })],
    [
      'the first of two figures of one event',
      async () => {
        const saved = await saveEvent(editor(), { ...once(), id: newId(), version: null, title: 'Une crue' })
        eventId = saved.id
        twelve = toll(ids.twelve, 'Douze morts', 12)
        await saveFigure(editor(), twelve)
      },
    ],
    [
      'evidence',
      () =>
        saveEvidence(checker(), {
          ...{ ...once(), id: newId(), claimId: ids.twelve, version: null, stance: 'CONTEXT' as const },
          url: 'https://example.org/crue',
        }),
    ],
    [
      'a verdict',
      async () => {
        const { revision } = await db.claim.findUniqueOrThrow({ where: { id: ids.twelve } })
        const ratingId = desk.ratings.find(({ key }) => key === 'unverifiable')?.id ?? ''
        await recordVerdict(checker(), {
          ...{ ...once(), id: newId(), claimId: ids.twelve, claimRevision: revision, ratingId },
          ...{ rationale: 'Personne ne peut le dire.', asOf: '2021-08-27', evidenceIds: [] },
        })
      },
    ],
    [
      'a figure of another claim that takes the place of one with a verdict',
      () =>
        saveFigure(
          editor(),
          toll(ids.thirteen, 'Treize morts', 13, { supersedesId: twelve.id, supersedesReason: 'Un bilan nouveau.' }),
        ),
    ],
    [
      'a link to a claim elsewhere',
      async () => {
        there = await elsewhere()
        await linkClaims(editor(), {
          ...{ ...once(), ...linked },
          oneId: ids.twelve,
          otherId: there.id,
          confirmed: true,
        })
      },
    ],
    ['a chain of the claim elsewhere', () => witnessed(there.id)],
    ['deleting', async () => deleteClaim(editor(), await seen(ids.bridge))],
  ]
  test.each(steps)('%s', async (_, write) => {
    const { isWhole, told } = await expectTold(write)
    expect(isWhole).toBe(false)
    expect(told).not.toEqual([])
  })

  test('the change of a verdict elsewhere is seen at the claim that it is about', async () => {
    const { claims } = await all()
    const found = claims.find(({ id }) => id === ids.twelve)
    expect(found?.attention.length).toBeGreaterThan(0)
    const { found: alone } = await findWorkbenchClaim(editor(), text.article.id, ids.twelve)
    expect(byId(alone ? [alone.claim] : [])).toEqual(byId(found ? [found] : []))
  })

  test('where more changes than is named, all is to be read again', async () => {
    const chain = await db.attribution.findFirstOrThrow({ where: { claimId: ids.twelve } })
    const copied = await expectTold(() =>
      copyAttribution(editor(), {
        ...{ ...once(), id: chain.id },
        targets: [{ id: newId(), claimId: ids.thirteen, hopIds: [] }],
      }),
    )
    expect(copied.isWhole).toBe(true)
    const apart = await expectTold(() => unlinkClaims(editor(), { ...once(), ...linked, reason: null }))
    expect(apart).toMatchObject({ isWhole: true, claims: [] })
  })

  test('a claim that is not there is none', async () => {
    expect(await findWorkbenchClaim(editor(), text.article.id, ids.bridge)).toMatchObject({ found: null })
    expect(await findWorkbenchClaim(editor(), text.article.id, there.id)).toMatchObject({ found: null })
  })

  test('what is no place in a history is refused', async () => {
    for (const since of ['', '-1', '1e3', '9'.repeat(19)])
      await expect(listWorkbenchChanges(editor(), { ...shown(), since })).rejects.toMatchObject({ code: 'invalid' })
  })
})

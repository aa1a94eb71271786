import { expect, test } from 'vitest'
import { getDb, type Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import { recordVerdict } from '@/lib/verdicts/commands'
import { aClaim, anArticle, aProject, assignedTo, once } from '@/seeds/builders'
import { anItem, aSource } from '@/seeds/chain-builders'

// What is said when a verdict is given: the guards know its transaction by the row, whose number within a savepoint is another.
const db = getDb()

async function checked() {
  const desk = await aProject(db)
  const article = await anArticle(db, desk.project, 'Sept terroristes sont en fuite à Kaboul.')
  const claim = await aClaim(desk.checker.ctx, article.version, 'Sept terroristes')
  const source = await aSource(db, desk.project.id, 'PERSON', 'Une source')
  const said = { stance: 'SUPPORTS', sourceId: source.id, quote: 'Oui.' } as const
  const item = await anItem(db, desk.project.id, claim.id, desk.checker.user.id, said)
  await assignedTo(db, claim, desk.checker.user, desk.editor.user)
  const { revision } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } })
  const given = { projectId: desk.project.id, claimId: claim.id, claimRevision: revision, asOf: new Date() }
  const by = { authorId: desk.checker.user.id, ratingId: desk.ratings[0]?.id ?? '', createdAt: new Date() }
  const groundStates = [{ kind: 'claim', id: claim.id, version: 1 }]
  const verdict = { id: newId(), ...given, ...by, rationale: 'Vu.', groundStates }
  return { desk, claim, item, verdict, revision }
}
const savepoint = (tx: Tx) => tx.$executeRaw`SAVEPOINT given`
const release = (tx: Tx) => tx.$executeRaw`RELEASE SAVEPOINT given`

test.each(['still open', 'released', 'begun after the verdict'])(
  'a verdict is given with its grounds, a savepoint %s',
  async (how) => {
    const { item, verdict } = await checked()
    const reliesOn = { verdictId: verdict.id, evidenceId: item.id }
    await db.$transaction(async (tx) => {
      if (how !== 'begun after the verdict') await savepoint(tx)
      await tx.verdict.create({ data: verdict })
      if (how === 'released') await release(tx)
      if (how === 'begun after the verdict') await savepoint(tx)
      await tx.verdictEvidence.create({ data: reliesOn })
    })
    expect(await db.verdictGround.count({ where: { verdictId: verdict.id } })).toBe(1)
    expect(await db.verdictEvidence.count({ where: reliesOn })).toBe(1)
  },
)

test('an earlier verdict gets nothing, within a savepoint either', async () => {
  const { desk, claim, item, revision } = await checked()
  const id = newId()
  await recordVerdict(desk.checker.ctx, {
    ...{ ...once(), id, claimId: claim.id, claimRevision: revision, ratingId: desk.ratings[0]?.id ?? '' },
    ...{ rationale: 'Vu.', asOf: '2021-08-27' },
  })
  const late = [
    (tx: Tx) =>
      tx.$executeRaw`INSERT INTO "VerdictEvidence" ("verdictId", "evidenceId") VALUES (${id}::uuid, ${item.id}::uuid)`,
    (tx: Tx) => tx.$executeRaw`
      INSERT INTO "VerdictGround" ("verdictId", "projectId", "kind", "entityId", "version")
      VALUES (${id}::uuid, ${desk.project.id}::uuid, 'warning', ${claim.id}::uuid, 1)`,
  ]
  for (const write of late) {
    const inSavepoint = db.$transaction(async (tx) => {
      await savepoint(tx)
      await write(tx)
    })
    await expect(inSavepoint).rejects.toThrow(/given/)
  }
})

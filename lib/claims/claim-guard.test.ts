import { beforeAll, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { aClaim, anArticle, aProject, reviseWith, walkTo } from '@/seeds/builders'

// What the database refuses by itself, whoever asks: raw SQL, past every command.
const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let article: Awaited<ReturnType<typeof anArticle>>
beforeAll(async () => {
  desk = await aProject()
  article = await anArticle(db, desk.project, 'Sept terroristes sont en fuite à Kaboul.')
})

async function judged(revision = 1) {
  const { id } = await aClaim(desk.checker.ctx, article.version, 'Sept terroristes')
  const verdict = await db.verdict.create({
    data: {
      id: newId(),
      projectId: desk.project.id,
      claimId: id,
      authorId: desk.checker.user.id,
      ratingId: desk.ratings[5]?.id ?? '',
      rationale: 'Rien ne permet de trancher.',
      asOf: new Date('2021-08-27'),
      claimRevision: revision,
      groundStates: [],
      createdAt: new Date(),
    },
  })
  return { id, verdictId: verdict.id }
}
const approve = (id: string, verdictId: string, by: string, revision = 1) => db.$executeRaw`
  UPDATE "Claim" SET "state" = 'APPROVED', "approvedVerdictId" = ${verdictId}::uuid,
    "approvedRevision" = ${revision}, "approvedById" = ${by}::uuid WHERE "id" = ${id}::uuid`

describe('the database', () => {
  it('keeps revision and passages of a claim under review', async () => {
    const { id } = await aClaim(desk.checker.ctx, article.version, 'Kaboul')
    await walkTo(db, { id }, 'IN_REVIEW')
    await expect(
      db.$executeRaw`UPDATE "Claim" SET "revision" = "revision" + 1 WHERE "id" = ${id}::uuid`,
    ).rejects.toThrow(/under review or approved/)
    await expect(db.$executeRaw`DELETE FROM "ClaimSpan" WHERE "claimId" = ${id}::uuid`).rejects.toThrow(
      /under review or approved/,
    )
  })

  it('keeps the wording of a claim under review, though no revision tells of a change, and lets nobody delete it', async () => {
    const { id } = await aClaim(desk.checker.ctx, article.version, 'Kaboul')
    await walkTo(db, { id }, 'IN_REVIEW')
    for (const write of [
      db.$executeRaw`UPDATE "Claim" SET "wording" = 'x' WHERE "id" = ${id}::uuid`,
      db.$executeRaw`UPDATE "Claim" SET "deletedAt" = now() WHERE "id" = ${id}::uuid`,
    ])
      await expect(write).rejects.toThrow(/under review or approved/)
  })

  it('lets nothing be moved from a claim under review to another', async () => {
    const [one, two] = [
      await aClaim(desk.checker.ctx, article.version, 'Kaboul'),
      await aClaim(desk.checker.ctx, article.version, 'Sept terroristes'),
    ]
    const chain = { id: newId(), projectId: desk.project.id, claimId: one.id }
    await reviseWith(db, one.id, (tx) => tx.attribution.create({ data: chain }))
    await walkTo(db, one, 'IN_REVIEW')
    const move = db.$executeRaw`UPDATE "Attribution" SET "claimId" = ${two.id}::uuid WHERE "id" = ${chain.id}::uuid`
    await expect(move).rejects.toThrow(/permission denied/)
  })

  it('lets no approval be exchanged for another afterwards', async () => {
    const { id, verdictId } = await judged()
    await walkTo(db, { id }, 'IN_REVIEW')
    await approve(id, verdictId, desk.editor.user.id)
    const exchange = db.$executeRaw`
      UPDATE "Claim" SET "approvedById" = ${desk.checker.user.id}::uuid WHERE "id" = ${id}::uuid`
    await expect(exchange).rejects.toThrow(/stands as it was given/)
  })

  it('lets no revision go back', async () => {
    const { id } = await aClaim(desk.checker.ctx, article.version, 'Kaboul')
    await db.claim.update({ where: { id }, data: { revision: 4 } })
    await expect(db.$executeRaw`UPDATE "Claim" SET "revision" = 3 WHERE "id" = ${id}::uuid`).rejects.toThrow(/go back/)
  })

  it('approves the present revision by somebody else', async () => {
    const { id, verdictId } = await judged()
    await walkTo(db, { id }, 'IN_REVIEW')
    await approve(id, verdictId, desk.editor.user.id)
    expect(await db.claim.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'APPROVED' })
  })

  it('refuses to approve a stale revision', async () => {
    const { id, verdictId } = await judged()
    await db.claim.update({ where: { id }, data: { revision: 2 } })
    await walkTo(db, { id }, 'IN_REVIEW')
    await expect(approve(id, verdictId, desk.editor.user.id, 1)).rejects.toThrow(/present revision/)
    await expect(approve(id, verdictId, desk.editor.user.id, 2)).rejects.toThrow(/present revision/)
  })

  it('refuses the verdict’s author, and a verdict on another claim', async () => {
    const { id, verdictId } = await judged()
    await walkTo(db, { id }, 'IN_REVIEW')
    await expect(approve(id, verdictId, desk.checker.user.id)).rejects.toThrow(/of their own/)
    const other = await judged()
    await expect(approve(id, other.verdictId, desk.editor.user.id)).rejects.toThrow(/on this claim/)
  })
})

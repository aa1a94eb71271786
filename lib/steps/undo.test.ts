import { beforeAll, describe, expect, it } from 'vitest'
import { deleteClaim } from '@/lib/claims/commands/delete-claim'
import { editClaim } from '@/lib/claims/commands/edit-claim'
import { moveClaim } from '@/lib/claims/commands/move-claim'
import { getClaim } from '@/lib/claims/queries'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { undoLastStep } from '@/lib/steps/commands/undo-last-step'
import { aClaim, anArticle, aProject, once, placeOf, walkTo } from '@/seeds/builders'

const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let article: Awaited<ReturnType<typeof anArticle>>
beforeAll(async () => {
  desk = await aProject()
  article = await anArticle(db, desk.project, 'Sept terroristes sont en fuite à Kaboul.')
})

const mark = (ctx: Ctx) => aClaim(ctx, article.version, 'Sept terroristes')
const undo = (ctx: Ctx, claimId?: string) => undoLastStep(ctx, { ...once(), articleId: article.article.id, claimId })
const edit = (ctx: Ctx, id: string, version: number, wording: string) =>
  editClaim(ctx, { ...once(), id, version, wording, category: 'OTHER', checked: 'CONTENT' })

describe('undo', () => {
  it('of a mark deletes it', async () => {
    const { id } = await mark(desk.checker.ctx)
    expect(await undo(desk.checker.ctx)).toMatchObject({ id, undone: 'mark', deleted: true })
    await expect(getClaim(desk.checker.ctx, id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of edits goes back one by one, and raises the version each time', async () => {
    const { id } = await mark(desk.checker.ctx)
    await edit(desk.checker.ctx, id, 1, 'A')
    await edit(desk.checker.ctx, id, 2, 'B')
    await undo(desk.checker.ctx)
    expect(await getClaim(desk.checker.ctx, id)).toMatchObject({ wording: 'A', version: 4, revision: 4 })
    await undo(desk.checker.ctx)
    expect(await getClaim(desk.checker.ctx, id)).toMatchObject({ wording: 'Sept terroristes', version: 5 })
    const undone = await db.auditEntry.findMany({ where: { claimId: id, action: 'claim:undo' } })
    expect(undone.map((event) => event.undoesId)).not.toContain(null)
  })

  it('of a move puts the old passage back', async () => {
    const { id } = await mark(desk.checker.ctx)
    const before = await getClaim(desk.checker.ctx, id)
    const spans = [{ id: newId(), ...placeOf(article.version.text, 'Kaboul') }]
    await moveClaim(desk.checker.ctx, { ...once(), id, version: 1, versionId: article.version.id, spans })
    await undo(desk.checker.ctx)
    expect((await getClaim(desk.checker.ctx, id)).spans).toEqual(before.spans)
  })

  it('of a deletion brings the claim back, by claim when something else was done since', async () => {
    const { id } = await mark(desk.checker.ctx)
    await deleteClaim(desk.checker.ctx, { ...once(), id, version: 1 })
    const next = await mark(desk.checker.ctx)
    await undo(desk.checker.ctx, id)
    expect(await getClaim(desk.checker.ctx, id)).toMatchObject({ id, version: 3 })
    expect(await getClaim(desk.checker.ctx, next.id)).toMatchObject({ version: 1 })
  })

  it('is one’s own: nothing to undo for somebody else', async () => {
    await mark(desk.checker.ctx)
    await expect(undo(desk.checker2.ctx)).rejects.toMatchObject({ reasons: [{ key: 'claim.nothingToUndo' }] })
    await expect(undo(desk.viewer.ctx)).rejects.toMatchObject({ code: 'forbidden' })
    const foreign = await aProject()
    await expect(undo(foreign.editor.ctx)).rejects.toMatchObject({ reasons: [{ key: 'claim.nothingToUndo' }] })
  })

  it('is refused when somebody else changed the claim since, and names them', async () => {
    const { id } = await mark(desk.checker.ctx)
    await edit(desk.editor.ctx, id, 1, 'Autrement')
    await expect(undo(desk.checker.ctx, id)).rejects.toMatchObject({
      code: 'refused',
      reasons: [{ key: 'claim.changedSince', values: { name: 'Editor' } }],
    })
    await undo(desk.editor.ctx, id)
    expect(await undo(desk.checker.ctx, id)).toMatchObject({ deleted: true })
  })

  it('of an earlier step is refused while a later one stands', async () => {
    const { id } = await mark(desk.checker.ctx)
    await edit(desk.checker.ctx, id, 1, 'A')
    const first = await db.auditEntry.findFirstOrThrow({ where: { claimId: id, action: 'claim:mark' } })
    const refused = undoLastStep(desk.checker.ctx, { ...once(), articleId: article.article.id, entryId: first.id })
    await expect(refused).rejects.toMatchObject({ reasons: [{ key: 'claim.laterStep' }] })
  })

  it('is refused while the claim is locked', async () => {
    const { id } = await mark(desk.checker.ctx)
    await walkTo(db, { id }, 'IN_REVIEW')
    await expect(undo(desk.checker.ctx, id)).rejects.toMatchObject({
      reasons: [{ key: 'claim.locked', values: { state: 'IN_REVIEW' } }],
    })
  })

  it('happens once when asked for twice at once', async () => {
    const { id } = await mark(desk.checker.ctx)
    await edit(desk.checker.ctx, id, 1, 'A')
    // Named: whoever comes after the first would else undo the step before it.
    const step = await db.auditEntry.findFirstOrThrow({ where: { claimId: id, action: 'claim:edit' } })
    const named = () => undoLastStep(desk.checker.ctx, { ...once(), articleId: article.article.id, entryId: step.id })
    const both = await Promise.allSettled([named(), named()])
    expect(both.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(await getClaim(desk.checker.ctx, id)).toMatchObject({ wording: 'Sept terroristes', version: 3 })
  })
})

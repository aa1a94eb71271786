import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { deleteClaim } from '@/lib/claims/commands/delete-claim'
import { editClaim } from '@/lib/claims/commands/edit-claim'
import { moveClaim } from '@/lib/claims/commands/move-claim'
import { redoLastStep } from '@/lib/steps/commands/redo-last-step'
import { undoLastStep } from '@/lib/steps/commands/undo-last-step'
import { getClaim, listClaimsOfArticle } from '@/lib/claims/queries'
import { nextOwnSteps } from '@/lib/steps/queries/own-steps'
import { addComment } from '@/lib/comments/commands'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { sliceCodePoints } from '@/lib/text/code-points'
import { aClaim, anArticle, aProject, once, placeOf, walkTo } from '@/seeds/builders'

const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
beforeAll(async () => {
  desk = await aProject()
})

const TEXT = 'Sept terroristes 🙂 sont en fuite à Kaboul, dit l’état-major.'
const WORDS = ['Sept terroristes', 'terroristes 🙂 sont', 'Kaboul', 'l’état-major']

// A project has a text once: each has an end of its own.
const anArticleToMark = () => anArticle(db, desk.project, `${TEXT} ${newId()}`)
type Article = Awaited<ReturnType<typeof anArticleToMark>>

const inArticle = ({ article, version }: Article, ctx: Ctx = desk.checker.ctx) => ({
  mark: (words = 'Kaboul') => aClaim(ctx, version, words),
  edit: async (id: string, wording: string) =>
    editClaim(ctx, {
      ...{ ...once(), id, version: (await getClaim(ctx, id)).version, wording },
      ...{ category: 'OTHER', checked: 'CONTENT' },
    }),
  move: async (id: string, words: string) =>
    moveClaim(ctx, {
      ...{ ...once(), id, version: (await getClaim(ctx, id)).version, versionId: version.id },
      spans: [{ id: newId(), ...placeOf(TEXT, words) }],
    }),
  remove: async (id: string) => deleteClaim(ctx, { ...once(), id, version: (await getClaim(ctx, id)).version }),
  undo: () => undoLastStep(ctx, { ...once(), articleId: article.id }),
  redo: () => redoLastStep(ctx, { ...once(), articleId: article.id }),
  next: () => nextOwnSteps(ctx, article.id),
  /** Each claim with its wording and its passages; that they are the words of the text is looked at too. */
  shown: async () => {
    const claims = await listClaimsOfArticle(ctx, article.id)
    for (const span of claims.flatMap(({ spans }) => spans))
      expect(sliceCodePoints(TEXT, span.start, span.end)).toBe(span.exact)
    return claims
      .map(({ id, wording, spans }) => ({ id, wording, words: spans.map(({ exact }) => exact) }))
      .sort((one, other) => one.id.localeCompare(other.id))
  },
})

describe('redo', () => {
  it('does again what was undone, step by step, and each can be undone again', async () => {
    const own = inArticle(await anArticleToMark())
    const { id } = await own.mark()
    await own.edit(id, 'A')
    await own.move(id, 'Sept terroristes')
    const whole = await own.shown()
    for (let times = 0; times < 3; times++) await own.undo()
    expect(await own.shown()).toEqual([])
    expect(await own.redo()).toMatchObject({ id, redone: 'mark', deleted: false })
    expect(await own.redo()).toMatchObject({ redone: 'edit' })
    expect(await own.redo()).toMatchObject({ redone: 'move' })
    expect(await own.shown()).toEqual(whole)
    await expect(own.redo()).rejects.toMatchObject({ reasons: [{ key: 'claim.nothingToRedo' }] })
    expect(await own.undo()).toMatchObject({ undone: 'claim:move' })
    expect(await own.undo()).toMatchObject({ undone: 'claim:edit' })
    expect(await own.undo()).toMatchObject({ undone: 'claim:mark', deleted: true })
  })

  it('says beforehand what it would do, from the history alone', async () => {
    const own = inArticle(await anArticleToMark())
    expect(await own.next()).toEqual({ undo: null, redo: null })
    const { id } = await own.mark()
    await own.edit(id, 'A')
    expect(await own.next()).toMatchObject({ undo: { kind: 'edit', number: 1, wording: 'A' }, redo: null })
    await own.undo()
    expect(await own.next()).toMatchObject({ undo: { kind: 'mark' }, redo: { kind: 'edit' } })
    await own.undo()
    expect(await own.next()).toMatchObject({ undo: null, redo: { kind: 'mark' } })
  })

  it('ends with the next step of one’s own', async () => {
    const own = inArticle(await anArticleToMark())
    const { id } = await own.mark()
    await own.edit(id, 'A')
    await own.undo()
    await own.mark('Sept terroristes')
    await expect(own.redo()).rejects.toMatchObject({ reasons: [{ key: 'claim.nothingToRedo' }] })
  })

  it('is refused when somebody else has changed the claim since, and names them', async () => {
    const article = await anArticleToMark()
    const [own, theirs] = [inArticle(article), inArticle(article, desk.editor.ctx)]
    const { id } = await own.mark()
    await own.edit(id, 'A')
    await own.undo()
    await theirs.edit(id, 'Autrement')
    const refused = { code: 'refused', reasons: [{ key: 'claim.changedSince', values: { name: 'Editor' } }] }
    await expect(own.redo()).rejects.toMatchObject(refused)
    await theirs.undo()
    expect(await own.redo()).toMatchObject({ redone: 'edit' })
  })

  it('is one’s own, and refused while the claim is locked', async () => {
    const article = await anArticleToMark()
    const own = inArticle(article)
    const { id } = await own.mark()
    await own.edit(id, 'A')
    await own.undo()
    await expect(inArticle(article, desk.checker2.ctx).redo()).rejects.toMatchObject({
      reasons: [{ key: 'claim.nothingToRedo' }],
    })
    await walkTo(db, { id }, 'IN_REVIEW')
    await expect(own.redo()).rejects.toMatchObject({ reasons: [{ key: 'claim.locked' }] })
  })

  it('of a mark is not undone beneath what somebody else has done to it since', async () => {
    const own = inArticle(await anArticleToMark())
    const { id } = await own.mark()
    await own.undo()
    await own.redo()
    await addComment(desk.editor.ctx, { ...once(), id: newId(), claimId: id, body: 'Vu' })
    await expect(own.undo()).rejects.toMatchObject({ reasons: [{ key: 'claim.changedSince' }] })
  })

  it('happens once when asked for twice at once', async () => {
    const own = inArticle(await anArticleToMark())
    const { id } = await own.mark()
    await own.edit(id, 'A')
    await own.undo()
    const both = await Promise.allSettled([own.redo(), own.redo()])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await getClaim(desk.checker.ctx, id)).toMatchObject({ wording: 'A' })
  })
})

const STEP = fc.record({
  kind: fc.constantFrom('mark', 'edit', 'move', 'delete', 'undo', 'undo', 'redo', 'redo'),
  which: fc.nat(3),
})

describe('any sequence of marking, editing, moving, deleting, undoing and redoing', () => {
  it('leaves each claim on its words, as two stacks would have it', { timeout: 120_000 }, async () => {
    const walk = async (steps: readonly { kind: string; which: number }[]) => {
      const own = inArticle(await anArticleToMark())
      // The model: what was shown before each step that can be undone or done again.
      const [past, future] = [[] as unknown[], [] as unknown[]]
      for (const [at, { kind, which }] of steps.entries()) {
        const before = await own.shown()
        const target = before[which % Math.max(before.length, 1)]?.id
        const words = WORDS[which] ?? 'Kaboul'
        if (kind === 'undo' || kind === 'redo') {
          const [from, to] = kind === 'undo' ? [past, future] : [future, past]
          const wanted = from.pop()
          const answer = await own[kind]().catch((error: unknown) => error)
          if (wanted === undefined) expect(answer).toBeInstanceOf(DomainError)
          else {
            expect(await own.shown()).toEqual(wanted)
            to.push(before)
          }
          continue
        }
        if (kind === 'mark') await own.mark(words)
        else if (!target) continue
        else if (kind === 'edit') await own.edit(target, `Dit autrement ${at}`)
        else if (kind === 'move') await own.move(target, words)
        else await own.remove(target)
        past.push(before)
        future.length = 0
      }
    }
    await fc.assert(fc.asyncProperty(fc.array(STEP, { maxLength: 14 }), walk), { numRuns: 25 })
  })
})

import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { copyAttribution } from '@/lib/attributions/commands/copy-attribution'
import { removeAttribution } from '@/lib/attributions/commands/remove-attribution'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import { chainParts, listAttributions } from '@/lib/attributions/queries'
import { deleteClaim } from '@/lib/claims/commands/delete-claim'
import { editClaim } from '@/lib/claims/commands/edit-claim'
import { moveClaim } from '@/lib/claims/commands/move-claim'
import { getClaim, listClaimsOfArticle } from '@/lib/claims/queries'
import { addComment } from '@/lib/comments/commands'
import type { Ctx } from '@/lib/context'
import { getDb } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { removeFigure, saveFigure } from '@/lib/figures/commands'
import { newId } from '@/lib/ids'
import { redoLastStep } from '@/lib/steps/commands/redo-last-step'
import { undoLastStep } from '@/lib/steps/commands/undo-last-step'
import { nextOwnSteps } from '@/lib/steps/queries/own-steps'
import { sliceCodePoints } from '@/lib/text/code-points'
import { removeWarning, saveWarning } from '@/lib/warnings/commands'
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
type Article = Pick<Awaited<ReturnType<typeof anArticleToMark>>, 'article' | 'version'>

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
  chain: async (claimId: string, name: string, words: string | null, kept?: { id: string; version: number }) => {
    const [source, id] = [newId(), kept?.id ?? newId()]
    const sourceWords = words === null ? null : { id: newId(), ...placeOf(TEXT, words) }
    await saveAttribution(ctx, {
      ...{ ...once(), id, claimId, version: kept?.version ?? null, versionId: version.id },
      newSources: [{ id: source, kind: 'ORGANISATION', name }],
      hops: [{ id: newId(), sourceId: source, speechAct: 'SAID', sourceWords }],
    })
  },
  chains: (claimId: string) => listAttributions(ctx, claimId),
  removeChain: (kept: { id: string; version: number }) =>
    removeAttribution(ctx, { ...once(), id: kept.id, version: kept.version }),
  figure: (claimId: string, best: number, kept?: { id: string; version: number }) =>
    saveFigure(ctx, {
      ...{ ...once(), id: kept?.id ?? newId(), claimId, version: kept?.version ?? null, best },
      ...{ measure: 'KILLED', verbatim: `${best}`, qualifier: 'EXACT' },
      asOf: { verbatim: 'hier', earliest: '2021-08-25', latest: '2021-08-25', precision: 'DAY' },
    }),
  figures: (claimId: string) => db.figure.findMany({ where: { claimId }, orderBy: { position: 'asc' } }),
  removeFigure: (kept: { id: string; claimId: string; version: number }) =>
    removeFigure(ctx, { ...once(), id: kept.id, claimId: kept.claimId, version: kept.version }),
  warning: async (claimId: string, audience: string) => {
    const kept = await db.warning.findUnique({ where: { claimId } })
    await saveWarning(ctx, {
      ...{ ...once(), id: kept?.id ?? newId(), claimId, version: kept?.version ?? null, audience },
      windowOnset: '2021-08-26',
    })
  },
  removeWarning: async (claimId: string) => {
    const kept = await db.warning.findUniqueOrThrow({ where: { claimId } })
    await removeWarning(ctx, { ...once(), id: kept.id, claimId, version: kept.version })
  },
  /** What stands with a claim, but for the versions: they always go up. */
  whole: async () => {
    const claims = await inArticle({ article, version }, ctx).shown()
    const parts = claims.map(async (claim) => {
      const where = { claimId: claim.id }
      const chains = await db.attribution.findMany({ where, orderBy: { position: 'asc' }, include: chainParts })
      const facts = [
        ...(await db.figure.findMany({ where, orderBy: { position: 'asc' } })),
        ...(await db.warning.findMany({ where })),
      ]
      return {
        claim,
        chains: chains.map((chain) => ({ ...chain, version: 0 })),
        facts: facts.map((fact) => ({ ...fact, version: 0 })),
      }
    })
    return Promise.all(parts)
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
    expect(await own.undo()).toMatchObject({ undone: 'move' })
    expect(await own.undo()).toMatchObject({ undone: 'edit' })
    expect(await own.undo()).toMatchObject({ undone: 'mark', deleted: true })
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

const MARKS = ['mark', 'edit', 'move', 'delete'] as const
const FACTS = [
  'chain',
  'chainEdit',
  'chainRemove',
  'figure',
  'figureEdit',
  'figureRemove',
  'warning',
  'warningRemove',
] as const
const STEP = fc.record({
  kind: fc.constantFrom(...MARKS, ...FACTS, 'undo', 'undo', 'undo', 'redo', 'redo', 'redo'),
  which: fc.nat(3),
})

describe('undo and redo of what stands with a claim', () => {
  it('takes a chain back with its words and its sources, and does it again', async () => {
    const own = inArticle(await anArticleToMark(), desk.editor.ctx)
    const { id } = await own.mark()
    const bare = await own.whole()
    await own.chain(id, `État-major ${newId()}`, 'l’état-major')
    const said = await own.whole()
    expect(await own.next()).toMatchObject({ undo: { kind: 'chainAdd', number: 1, wording: 'Kaboul' } })
    expect(await own.undo()).toMatchObject({ id, undone: 'chainAdd', deleted: false })
    expect(await own.whole()).toEqual(bare)
    expect(await own.next()).toMatchObject({ undo: { kind: 'mark' }, redo: { kind: 'chainAdd' } })
    expect(await own.redo()).toMatchObject({ id, redone: 'chainAdd' })
    expect(await own.whole()).toEqual(said)
  })

  it('takes a chain back from all claims to which it was given', async () => {
    const own = inArticle(await anArticleToMark(), desk.editor.ctx)
    const claims = [await own.mark(), await own.mark('Sept terroristes'), await own.mark('l’état-major')]
    const [first, ...others] = claims.map(({ id }) => id)
    await own.chain(first ?? '', `État-major ${newId()}`, null)
    const before = await own.whole()
    const [chain] = await own.chains(first ?? '')
    const targets = others.map((claimId) => ({ claimId, id: newId(), hopIds: [newId()] }))
    await copyAttribution(desk.editor.ctx, { ...once(), id: chain?.id ?? '', targets })
    const given = await own.whole()
    await own.undo()
    expect(await own.whole()).toEqual(before)
    await own.redo()
    expect(await own.whole()).toEqual(given)
  })

  it('is refused when somebody else changed it since, or its claim is locked', async () => {
    const article = await anArticleToMark()
    const [own, theirs] = [inArticle(article, desk.editor.ctx), inArticle(article, desk.admin.ctx)]
    const { id } = await own.mark()
    await own.figure(id, 7)
    const [figure] = await own.figures(id)
    await theirs.figure(id, 8, figure)
    await expect(own.undo()).rejects.toMatchObject({
      ...{ code: 'refused', reasons: [{ key: 'claim.changedSince', values: { name: 'Admin' } }] },
    })
    await theirs.undo()
    expect(await own.undo()).toMatchObject({ undone: 'figureAdd' })
    await own.redo()
    await walkTo(db, { id }, 'IN_REVIEW')
    await expect(own.undo()).rejects.toMatchObject({ reasons: [{ key: 'claim.locked' }] })
  })

  it('says so where the history does not keep enough', async () => {
    const own = inArticle(await anArticleToMark(), desk.editor.ctx)
    const { id } = await own.mark()
    const entry = {
      id: newId(),
      commandId: newId(),
      projectId: desk.project.id,
      actorId: desk.editor.ctx.actor.userId,
    }
    const { articleId } = await db.claim.findUniqueOrThrow({ where: { id } })
    await db.auditEntry.create({
      data: {
        ...{ ...entry, action: 'figure:remove', entity: 'figure', entityId: newId(), articleId, claimId: id },
        ...{ before: { claimId: id, best: 7 }, result: {}, at: new Date() },
      },
    })
    await expect(own.undo()).rejects.toMatchObject({ code: 'refused', reasons: [{ key: 'claim.notKept' }] })
  })
})

type Step = { kind: string; which: number; target: string; at: number }

/** Changes a chain, a figure or the warning of a claim; false where there is none to change. */
async function changeFact(own: ReturnType<typeof inArticle>, { kind, which, target, at }: Step): Promise<boolean> {
  const [chain] = await own.chains(target)
  const [figure] = await own.figures(target)
  const warning = await db.warning.findUnique({ where: { claimId: target } })
  const words = [...WORDS, null][(which + at) % (WORDS.length + 1)] ?? null
  if (kind === 'chain') await own.chain(target, `Source ${newId()}`, words)
  else if (kind === 'chainEdit' && chain) await own.chain(target, `Autre ${newId()}`, words, chain)
  else if (kind === 'chainRemove' && chain) await own.removeChain(chain)
  else if (kind === 'figure') await own.figure(target, at)
  else if (kind === 'figureEdit' && figure) await own.figure(target, at + 100, figure)
  else if (kind === 'figureRemove' && figure) await own.removeFigure(figure)
  else if (kind === 'warning') await own.warning(target, `Public ${at}`)
  else if (kind === 'warningRemove' && warning) await own.removeWarning(target)
  else return false
  return true
}

describe('any sequence of marking, changing what stands with marks, deleting, undoing and redoing', () => {
  it('leaves each claim on its words, as two stacks would have it', { timeout: 120_000 }, async () => {
    const walk = async (steps: readonly { kind: string; which: number }[]) => {
      const own = inArticle(await anArticleToMark(), desk.editor.ctx)
      // The model: what was shown before each step that can be undone or done again.
      const [past, future] = [[] as unknown[], [] as unknown[]]
      for (const [at, { kind, which }] of steps.entries()) {
        const before = await own.whole()
        const target = before[which % Math.max(before.length, 1)]?.claim.id
        const words = WORDS[which] ?? 'Kaboul'
        if (kind === 'undo' || kind === 'redo') {
          const [from, to] = kind === 'undo' ? [past, future] : [future, past]
          const wanted = from.pop()
          const answer = await own[kind]().catch((error: unknown) => error)
          if (wanted === undefined) expect(answer).toBeInstanceOf(DomainError)
          else {
            expect(await own.whole()).toEqual(wanted)
            to.push(before)
          }
          continue
        }
        if (kind === 'mark') await own.mark(words)
        else if (!target) continue
        else if (kind === 'edit') await own.edit(target, `Dit autrement ${at}`)
        else if (kind === 'move') await own.move(target, words)
        else if (kind === 'delete') await own.remove(target)
        else if (!(await changeFact(own, { kind, which, target, at }))) continue
        past.push(before)
        future.length = 0
      }
    }
    await fc.assert(fc.asyncProperty(fc.array(STEP, { maxLength: 14 }), walk), { numRuns: 25 })
  })
})

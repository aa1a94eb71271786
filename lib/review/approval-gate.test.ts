import { beforeAll, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db'
import { DomainError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { decideOrigin, takeBackDecision } from '@/lib/independence/commands/decide-origin'
import { approveClaim } from '@/lib/review/commands/approve'
import { anArticle, aProject, aUser, once, TEST_NOW } from '@/seeds/builders'
import { aSource } from '@/seeds/chain-builders'
import { claimInReview, type HopInWords, type SeededText, type TwoPeople } from '@/seeds/scenarios'

const db = getDb()
let team: Awaited<ReturnType<typeof aProject>>
let desk: TwoPeople
let text: SeededText
let other: SeededText
let witness: HopInWords
let thought: HopInWords

beforeAll(async () => {
  team = await aProject(db)
  const ratingId = async (key: string) => team.ratings.find((rating) => rating.key === key)?.id ?? ''
  desk = { editor: team.editor.ctx, checker: team.checker.ctx, ratingId }
  const [one, two] = [
    await anArticle(db, team.project, 'Sept kamikazes sont en fuite.'),
    await anArticle(db, team.project, 'Un autre texte, sur la même ville.', 'Another'),
  ]
  text = { articleId: one.article.id, versionId: one.version.id, text: one.version.text }
  other = { articleId: two.article.id, versionId: two.version.id, text: two.version.text }
  const said = { speechAct: 'SAID', form: 'INDIRECT' } as const
  witness = { ...said, sourceId: (await aSource(db, team.project.id, 'PERSON', 'Un témoin')).id }
  thought = { ...said, sourceId: (await aSource(db, team.project.id, 'UNNAMED_IN_TEXT', 'on')).id }
})

/** A claim with one origin and one undetermined voice for it, whose verdict waits for approval. */
const submitted = (rating: string) =>
  claimInReview(desk, text, {
    ...{ passages: ['Sept kamikazes'], category: 'OTHER', wording: 'Sept kamikazes sont en fuite' },
    chains: [[witness], [thought]],
    evidence: { in: other, words: 'la même ville', stance: 'CONTEXT' },
    verdict: { rating, rationale: 'Vu.' },
  })

/** What stands against approving, with its numbers; empty when it was approved. */
async function approving(id: string, now = TEST_NOW) {
  const { revision, verdicts } = await db.claim.findUniqueOrThrow({ where: { id }, include: { verdicts: true } })
  const input = { id, verdictId: verdicts[0]?.id ?? '', claimRevision: revision, singleSourceReason: null }
  try {
    await approveClaim({ ...team.editor.ctx, now }, { ...once(), ...input })
    return []
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.reasons.map(({ key, values }) => `${key} ${values?.needed} ${values?.found}+${values?.undetermined}`)
  }
}

describe('approval asks for the origins that its rating needs (docs/rules.md)', () => {
  it.each([
    ['true', ['origins.assertingNeeded 2 1+1']],
    ['mostly_true', ['origins.assertingNeeded 2 1+1']],
    ['half_true', ['origins.contradictingNeeded 1 0+0']],
    ['mostly_false', ['origins.contradictingNeeded 2 0+0']],
    ['false', ['origins.contradictingNeeded 2 0+0']],
    ['unverifiable', []],
  ])('"%s" with one origin and one undetermined for it', async (rating, expected) =>
    expect(await approving(await submitted(rating))).toEqual(expected),
  )

  it('what a person has decided counts; taken back, it is asked for again', async () => {
    const claimId = await submitted('true')
    const chain = await db.attribution.findFirstOrThrow({ where: { claimId, position: 1 } })
    const own = {
      claimId,
      kind: 'DIFFERENT',
      appearanceId: chain.id,
      otherId: null,
      reason: 'Nommé par la rédaction.',
    } as const
    const { id } = await decideOrigin(team.editor.ctx, { ...once(), id: newId(), ...own })
    await takeBackDecision(team.editor.ctx, { ...once(), id })
    expect(await approving(claimId)).toEqual(['origins.assertingNeeded 2 1+1'])
    await decideOrigin(team.editor.ctx, { ...once(), id: newId(), ...own })
    // The origins suffice; what is left is to reaffirm the verdict, which rests on other groups.
    expect(await approving(claimId)).not.toContainEqual(expect.stringContaining('origins.'))
  })
})

// Last: the links stay for good, and concern the same two people.
describe('approval asks for two pairs of eyes', () => {
  const day = 86_400_000
  const resetBy = (made: { account: string; maker: string; usedAt: Date }) => {
    const { account, maker, usedAt } = made
    return db.oneTimeLink.create({
      data: {
        ...{ id: newId(), kind: 'PASSWORD_RESET', tokenHash: newId(), userId: account, createdById: maker },
        ...{ createdAt: usedAt, expiresAt: usedAt, usedAt },
      },
    })
  }

  it('not of two accounts of which one has lately let itself into the other', async () => {
    const id = await submitted('half_true')
    const [author, approver] = [team.checker.user.id, team.editor.user.id]
    await resetBy({ account: approver, maker: author, usedAt: new Date(TEST_NOW.getTime() - 31 * day) })
    expect((await approving(id)).join()).not.toContain('review.oneHand')
    for (const [round, [account = '', maker = '']] of [
      [author, approver],
      [approver, author],
    ].entries()) {
      const now = new Date(TEST_NOW.getTime() + round * 90 * day)
      await resetBy({ account, maker, usedAt: new Date(now.getTime() - 29 * day) })
      const fresh = await submitted('half_true')
      expect((await approving(fresh, now)).join()).toContain('review.oneHand')
    }
  })

  it('nor of two accounts that somebody else has let themselves into, through whatever other accounts', async () => {
    const [author, approver] = [team.checker.user.id, team.editor.user.id]
    const [owner, between] = [await aUser(db, 'Olga Propriétaire', true), await aUser(db, 'Paul Entre-deux', true)]
    const now = new Date(TEST_NOW.getTime() + 400 * day)
    const usedAt = new Date(now.getTime() - day)
    const gate = async () => (await approving(await submitted('half_true'), now)).join()
    await resetBy({ account: author, maker: owner.id, usedAt })
    expect(await gate()).not.toContain('review.oneHand')
    await resetBy({ account: approver, maker: between.id, usedAt })
    expect(await gate()).not.toContain('review.oneHand')
    await resetBy({ account: between.id, maker: owner.id, usedAt })
    expect(await gate()).toContain('review.oneHand')
  })

  it('nor where they have let themselves into each other’s account in a circle', async () => {
    const [author, approver] = [team.checker.user.id, team.editor.user.id]
    const now = new Date(TEST_NOW.getTime() + 800 * day)
    const usedAt = new Date(now.getTime() - day)
    const third = await aUser(db, 'Tiers')
    await resetBy({ account: author, maker: third.id, usedAt })
    await resetBy({ account: third.id, maker: author, usedAt })
    expect((await approving(await submitted('half_true'), now)).join()).not.toContain('review.oneHand')
    await resetBy({ account: approver, maker: third.id, usedAt })
    expect((await approving(await submitted('half_true'), now)).join()).toContain('review.oneHand')
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { copyAttribution } from '@/lib/attributions/commands/copy-attribution'
import { removeAttribution } from '@/lib/attributions/commands/remove-attribution'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import { listAttributions } from '@/lib/attributions/queries'
import { markClaim } from '@/lib/claims/commands/mark-claim'
import { getDb } from '@/lib/db'
import { readMissingItems } from '@/lib/evidence/commands/read-missing-items'
import { attributeEvidence, saveEvidence } from '@/lib/evidence/commands/save-evidence'
import { listEvidence } from '@/lib/evidence/queries'
import { listItemProposals } from '@/lib/evidence/queries/item-proposals'
import { newId } from '@/lib/ids'
import { countOriginsOfClaim } from '@/lib/independence/queries/origin-counts'
import { submitClaim } from '@/lib/review/commands/moves'
import { recordVerdict } from '@/lib/verdicts/commands'
import { findAttention } from '@/lib/verdicts/queries/attention'
import type { CheckedAspect } from '@/prisma/generated/enums'
import { aClaim, anArticle, aProject, assignedTo, once, placeOf, reviseWith, walkTo } from '@/seeds/builders'
import { aChain, aSource } from '@/seeds/chain-builders'

const db = getDb()
const TEXT = 'Le bilan est passé à 170. Un de nos reporters l’a constaté sur place.'
const WORDS = 'Un de nos reporters l’a constaté sur place'
const QUOTE = 'At least 28 Taliban were killed, Capt. Bill Urban, a spokesman for US Central Command, said on Friday.'
let desk: Awaited<ReturnType<typeof aProject>>
let text: Awaited<ReturnType<typeof anArticle>>

beforeAll(async () => {
  desk = await aProject(db)
  text = await anArticle(db, desk.project, TEXT)
})

async function aFreshClaim(checked: CheckedAspect = 'CONTENT') {
  const words = 'Le bilan est passé à 170'
  const { id } = await markClaim(desk.editor.ctx, {
    ...{ ...once(), id: newId(), articleId: text.article.id, versionId: text.version.id, checked },
    ...{ spans: [{ id: newId(), ...placeOf(TEXT, words) }], category: 'OTHER', wording: words },
  })
  return id
}
const numbers = async (claimId: string) => {
  const { asserting: a, open } = await countOriginsOfClaim(desk.viewer.ctx, claimId)
  return [a.appearances, a.origins, a.undetermined, open.length]
}
const answering = (claimId: string, more: object = {}, id = newId(), version: number | null = null) =>
  saveAttribution(desk.editor.ctx, {
    ...{ ...once(), id, claimId, version, versionId: text.version.id, hops: [] },
    ...more,
  })
const refusal = (key: string) => expect.objectContaining({ reasons: [expect.objectContaining({ key })] })

describe('how a text knows', () => {
  test('an answer that makes an origin needs words of the text or a reason, in the command and in the database', async () => {
    const claim = await aFreshClaim()
    const { id } = await answering(claim)
    expect(await numbers(claim)).toEqual([1, 0, 1, 1])
    await expect(answering(claim, { knows: 'WITNESSED' }, id, 1)).rejects.toEqual(refusal('attribution.knowsUnfounded'))
    const bare = { knows: 'OWN_STATEMENT', knowsReason: ' ' } as const
    const unfounded = reviseWith(db, claim, (tx) => tx.attribution.update({ where: { id }, data: bare }))
    await expect(unfounded).rejects.toThrow(/attribution_knows/)
    await answering(claim, { knows: 'NOT_SAID' }, id, 1)
    expect(await numbers(claim)).toEqual([1, 0, 1, 0])
    const knowsWords = { id: newId(), ...placeOf(TEXT, WORDS) }
    await answering(claim, { knows: 'WITNESSED', knowsWords }, id, 2)
    expect(await numbers(claim)).toEqual([1, 1, 0, 0])
    const [chain] = await listAttributions(desk.viewer.ctx, claim)
    expect(chain).toMatchObject({ knows: 'WITNESSED', knowsReason: null, knowsWords: { exact: WORDS, paragraph: 1 } })
    await answering(claim, { knows: 'WITNESSED', knowsReason: 'Vu.' }, id, 3)
    expect(await db.span.findUnique({ where: { id: knowsWords.id } })).toBeNull()
  })

  test('a chain that is taken away takes its words along; a copy keeps the answer in its own article alone', async () => {
    const [claim, second] = [await aFreshClaim(), await aFreshClaim()]
    const elsewhere = await anArticle(db, desk.project, 'Un autre texte.', 'Elsewhere')
    const third = (await aClaim(desk.editor.ctx, elsewhere.version, 'Un autre texte')).id
    const knowsWords = { id: newId(), ...placeOf(TEXT, WORDS) }
    const { id, version } = await answering(claim, { knows: 'WITNESSED', knowsWords })
    const targets = [second, third].map((claimId) => ({ claimId, id: newId(), hopIds: [] }))
    await copyAttribution(desk.editor.ctx, { ...once(), id, targets })
    const [here] = await listAttributions(desk.viewer.ctx, second)
    const [there] = await listAttributions(desk.viewer.ctx, third)
    expect(here).toMatchObject({ knows: 'WITNESSED', knowsWords: { exact: WORDS } })
    expect(there).toMatchObject({ knows: 'NOT_ANSWERED', knowsWords: null })
    await removeAttribution(desk.editor.ctx, { ...once(), id, version })
    expect(await db.span.findUnique({ where: { id: knowsWords.id } })).toBeNull()
  })

  test('a chain from before the question was asked counts as not answered', async () => {
    const claim = await aFreshClaim()
    await reviseWith(db, claim, (tx) =>
      tx.attribution.create({
        data: { id: newId(), projectId: desk.project.id, claimId: claim, knows: 'WAS_OWN_VOICE' },
      }),
    )
    expect(await numbers(claim)).toEqual([1, 0, 1, 1])
  })

  test('what is checked of the claim decides: two outlets that heard one speaker are one origin, or two', async () => {
    const speaker = await aSource(db, desk.project.id, 'PERSON', 'Kirby')
    for (const [checked, expected] of [
      ['CONTENT', [2, 1, 0, 0]],
      ['UTTERANCE', [2, 2, 0, 0]],
    ] as const) {
      const claim = await aFreshClaim(checked)
      const hops = [{ id: newId(), sourceId: speaker.id, speechAct: 'SAID' as const }]
      await answering(claim, { hops, knows: 'WITNESSED', knowsReason: 'Présent à la conférence.' })
      const outlet = await aSource(db, desk.project.id, 'OUTLET', `CNN ${checked}`)
      const item = { ...once(), id: newId(), claimId: claim, version: null, stance: 'SUPPORTS' as const }
      const heard = {
        id: newId(),
        version: null,
        hops: [{ ...hops[0], id: newId(), sourceId: speaker.id, speechAct: 'SAID' as const }],
      }
      const attribution = { ...heard, knows: 'WITNESSED' as const, knowsReason: 'Présent aussi.' }
      await saveEvidence(desk.editor.ctx, { ...item, sourceId: outlet.id, attribution })
      expect(await numbers(claim)).toEqual(expected)
    }
  })
})

describe('evidence is read like a claim', () => {
  test('a quote with a speaker counts for nobody until somebody answers; the speaker is proposed', async () => {
    const claim = await aFreshClaim()
    const outlet = await aSource(db, desk.project.id, 'OUTLET', 'BBC News')
    const id = newId()
    const item = { ...once(), id, claimId: claim, version: null, stance: 'SUPPORTS' as const, sourceId: outlet.id }
    await saveEvidence(desk.editor.ctx, { ...item, quote: QUOTE })
    expect(await numbers(claim)).toEqual([1, 0, 1, 1])
    expect((await countOriginsOfClaim(desk.viewer.ctx, claim)).open).toMatchObject([{ id, about: 'speaker' }])
    const proposals = await listItemProposals(desk.viewer.ctx, await listEvidence(desk.viewer.ctx, claim))
    expect(proposals.get(id)?.[0]?.hops.at(-1)?.source.name).toContain('Urban')
    const speaker = await aSource(db, desk.project.id, 'PERSON', 'Bill Urban')
    const hops = [{ id: newId(), sourceId: speaker.id, speechAct: 'SAID' as const }]
    const attribution = { id: newId(), version: null, hops }
    await attributeEvidence(desk.editor.ctx, { ...once(), id, version: 1, attribution, stance: 'CONTRADICTS' })
    const { contradicting, open } = await countOriginsOfClaim(desk.viewer.ctx, claim)
    expect([contradicting.origins, contradicting.groups[0]?.origin?.name, open]).toEqual([1, 'Bill Urban', []])
    await attributeEvidence(desk.editor.ctx, { ...once(), id, version: 2, attribution: null, stance: 'SUPPORTS' })
    expect(await numbers(claim)).toEqual([1, 0, 1, 1])
  })

  test('a passage of another text keeps the words that say who speaks, in that text; taken back, they go', async () => {
    const claim = await aFreshClaim()
    const told = 'Selon le maire, sept personnes sont parties.'
    const text = `Hier.\n\n${told} Rien d’autre.`
    const { article, version } = await anArticle(db, desk.project, text, 'Un autre texte')
    const place = placeOf(text, told)
    const id = newId()
    const passage = { id: newId(), articleId: article.id, versionId: version.id, ...place }
    await saveEvidence(desk.editor.ctx, { ...once(), id, claimId: claim, version: null, stance: 'REPEATS', passage })
    const proposals = await listItemProposals(desk.viewer.ctx, await listEvidence(desk.viewer.ctx, claim))
    const [hop] = proposals.get(id)?.[0]?.hops ?? []
    expect([hop?.sourceWords?.exact, hop?.cueWords?.exact]).toEqual(['le maire', 'Selon'])
    const speaker = await aSource(db, desk.project.id, 'UNNAMED_IN_TEXT', 'Maire')
    const [sourceWords, cueWords] = [hop?.sourceWords, hop?.cueWords].map((words) => words && { id: newId(), ...words })
    const hops = [{ id: newId(), sourceId: speaker.id, speechAct: 'SAID' as const, sourceWords, cueWords }]
    const attribution = { id: newId(), version: null, versionId: version.id, hops }
    await attributeEvidence(desk.editor.ctx, { ...once(), id, version: 1, attribution })
    const [item] = await listEvidence(desk.viewer.ctx, claim)
    expect(item?.attribution?.hops[0]).toMatchObject({
      sourceWords: { exact: 'le maire', versionId: version.id, paragraph: 2 },
      cueWords: { exact: 'Selon' },
    })
    await attributeEvidence(desk.editor.ctx, { ...once(), id, version: 2, attribution: null })
    expect(await db.span.count({ where: { versionId: version.id, exact: 'Selon' } })).toBe(0)
  })

  test('words without another speaker count for whom the item names; and what was there before is read at the start', async () => {
    const claim = await aFreshClaim()
    const ministry = await aSource(db, desk.project.id, 'ORGANISATION', 'Ministère')
    const save = (quote: string) =>
      saveEvidence(desk.editor.ctx, {
        ...{ ...once(), id: newId(), claimId: claim, version: null, stance: 'SUPPORTS', sourceId: ministry.id, quote },
      })
    await save('Soixante personnes sont mortes.')
    expect(await numbers(claim)).toEqual([1, 1, 0, 0])
    await save('Le Ministère a déclaré que soixante personnes sont mortes.')
    expect(await numbers(claim)).toEqual([2, 1, 0, 0])
    const { id } = await save('Le maire a déclaré que le bilan s’alourdira encore.')
    expect(await numbers(claim)).toEqual([3, 1, 1, 1])
    await db.evidenceReading.deleteMany({ where: { evidenceId: id } })
    expect(await numbers(claim)).toEqual([3, 1, 0, 0])
    expect(await readMissingItems(desk.editor.ctx)).toBeGreaterThanOrEqual(1)
    expect(await numbers(claim)).toEqual([3, 1, 1, 1])
    expect(await readMissingItems(desk.editor.ctx)).toBe(0)
  })
})

test('submitting asks for the answers, and a changed answer asks to look at the verdict again', async () => {
  const claim = await aFreshClaim()
  await assignedTo(db, { id: claim }, desk.checker.user, desk.editor.user)
  await walkTo(db, { id: claim }, 'CHECKING')
  const chain = await aChain(db, desk.project.id, { claimId: claim })
  const search = { stance: 'SEARCHED_NOTHING_FOUND', note: 'Cherché partout.' } as const
  await saveEvidence(desk.checker.ctx, { ...once(), id: newId(), claimId: claim, version: null, ...search })
  const judge = async () => {
    const { revision } = await db.claim.findUniqueOrThrow({ where: { id: claim } })
    const ratingId = String(desk.ratings.find(({ key }) => key === 'unverifiable')?.id)
    const verdict = { claimRevision: revision, ratingId, rationale: 'Rien ne le dit.', asOf: '2021-08-27' }
    await recordVerdict(desk.checker.ctx, { ...once(), id: newId(), claimId: claim, ...verdict })
  }
  await judge()
  const submit = () => submitClaim(desk.checker.ctx, { ...once(), id: claim })
  await expect(submit()).rejects.toMatchObject({
    reasons: [{ key: 'review.knowsUnanswered', values: { kind: 'chain', number: 1 } }],
  })
  await answering(claim, { knows: 'NOT_SAID' }, chain.id, 1)
  const attention = await findAttention(desk.viewer.ctx, claim)
  const changed = attention?.changes.find(({ kind }) => kind === 'attribution')
  expect(changed?.fields.map(({ field, after }) => [field, after])).toEqual([['knows', 'NOT_SAID']])
  await judge()
  expect(await submit()).toMatchObject({ state: 'IN_REVIEW' })
})

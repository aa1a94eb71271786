import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { archiveArticle } from '@/lib/articles/commands/archive-article'
import { decideCopy, takeBackCopyDecision } from '@/lib/copies/commands/decide-copy'
import { readMissingTexts } from '@/lib/copies/commands/read-missing-texts'
import { findSharedSentencesOfClaim } from '@/lib/copies/queries/find-shared-sentences-of-claim'
import { listSharedSentences } from '@/lib/copies/queries/list-shared-sentences'
import type { SharedSentence } from '@/lib/copies/shared-sentence'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { addVersion } from '@/lib/versions/commands/add-version'
import { aClaim, anArticle, aProject, once } from '@/seeds/builders'

const db = getDb()
const seed = (name: string) => readFileSync(join(import.meta.dirname, '../../seeds/articles', name), 'utf8')
const SHARED = 'ISIS-K est le plus extrême et le plus violent de tous les groupes militants djihadistes en Afghanistan.'
const CHANGED = 'Isis-K est le plus radical et le plus violent de tous les groupes djihadistes en Afghanistan.'
const ALL = { show: 'all' } as const

async function twoArticles() {
  const team = await aProject()
  const one = await anArticle(db, team.project, seed('000_a56745d9376cc117.txt'), 'Maloof')
  const other = await anArticle(db, team.project, seed('004_b86df3bf2438e070.txt'), 'Bombers')
  return { ...team, one, other }
}
let desk: Awaited<ReturnType<typeof twoArticles>>
beforeEach(async () => {
  desk = await twoArticles()
})

const list = async (input: Parameters<typeof listSharedSentences>[1] = ALL) =>
  (await listSharedSentences(desk.checker.ctx, input)).sentences
const placesOf = ({ one, other }: SharedSentence) => {
  const place = ({ versionId, evidenceId, start, end, words }: SharedSentence['one']) => ({
    ...{ versionId, evidenceId, start, end },
    exact: words,
  })
  return { copy: place(one), original: place(other) }
}
const only = async (input?: Parameters<typeof listSharedSentences>[1]): Promise<SharedSentence> => {
  const [sentence, ...others] = await list(input)
  expect(others).toEqual([])
  if (!sentence) throw new Error('No sentence is shared.')
  return sentence
}
const decide = async (kind: 'COPIED_FROM' | 'COMMON_ORIGIN' | 'NOT_COPIED', ctx = desk.checker.ctx) => {
  const id = newId()
  const done = await decideCopy(ctx, { ...once(), id, kind, ...placesOf(await only()), reason: 'Parce que.' })
  return { ...done, id }
}

describe('sentences that two texts share', () => {
  test('the two seed articles share exactly one sentence, word for word', async () => {
    const sentence = await only()
    expect(sentence).toMatchObject({ similarity: 1, ruling: null, linked: [] })
    expect([sentence.one.words, sentence.other.words]).toEqual([SHARED, SHARED])
    expect([sentence.one.article.title, sentence.other.article.title]).toEqual(['Bombers', 'Maloof'])
    const ofOne = await only({ article: desk.one.article.id, show: 'all' })
    expect(ofOne.one.article.title).toBe('Maloof')
    expect(ofOne.one.paragraph).toBe(11)
  })

  test('copies of a transcript without a full stop are found, though it differs further up', async () => {
    const spoken = Array.from({ length: 2500 }, (_, at) => `mot${(at * 7919) % 4001}`).join(' ')
    const { project, checker } = await aProject()
    const first = await anArticle(db, project, spoken, 'As it was said')
    await anArticle(db, project, `bonsoir et bienvenue à tous ${spoken.replace('mot9 ', 'euh ')}`, 'As it was copied')
    const sentences = (await listSharedSentences(checker.ctx, { article: first.article.id, show: 'all' })).sentences
    const shared = sentences.reduce((sum, { one }) => sum + one.end - one.start, 0)
    expect(shared).toBeGreaterThan(spoken.length * 0.8)
  })

  test('a near-verbatim copy is found, in this project alone', async () => {
    const third = await anArticle(db, desk.project, `Autre chose d’abord, ici.\n\n${CHANGED}`, 'Third')
    const found = await list({ article: third.article.id, show: 'all' })
    expect(found.map(({ other }) => other.article.title).sort()).toEqual(['Bombers', 'Maloof'])
    expect(found[0]?.similarity).toBeGreaterThan(0.8)
    expect(found[0]?.similarity).toBeLessThan(1)
    const other = await aProject()
    expect((await listSharedSentences(other.checker.ctx, ALL)).sentences).toEqual([])
    await expect(listSharedSentences(other.checker.ctx, { article: third.article.id })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('sentences that follow each other in both texts are one sentence', async () => {
    const two = `${SHARED} Le K signifie « Khorasan », une région historique de l’Afghanistan et du Pakistan d’aujourd’hui.`
    const one = await anArticle(db, desk.project, `Tout au début. ${two} Et la fin.`, 'Third')
    await anArticle(db, desk.project, `Un autre début.\n\n${two}`, 'Fourth')
    const found = await list({ article: one.article.id, show: 'all' })
    expect(found.filter(({ other }) => other.article.title === 'Fourth').map((each) => each.one.words)).toEqual([two])
  })

  test('only the latest text of an article counts, and none that is archived', async () => {
    const bytes = new TextEncoder().encode('Un texte tout à fait nouveau, sans rien de ce qui précédait.')
    const { id } = desk.other.article
    await addVersion(desk.editor.ctx, { ...once(), articleId: id, id: newId(), bytes, fileName: null })
    expect(await list()).toEqual([])
    const third = await anArticle(db, desk.project, SHARED, 'Third')
    expect(await list()).toHaveLength(1)
    await archiveArticle(desk.editor.ctx, { ...once(), id: third.article.id, version: 1 })
    expect(await list()).toEqual([])
  })

  test('the claims on both sides are named, and the claim finds the other text', async () => {
    const [one, other] = [
      await aClaim(desk.checker.ctx, desk.one.version, SHARED),
      await aClaim(desk.checker.ctx, desk.other.version, 'le plus violent de tous les groupes'),
    ]
    await aClaim(desk.checker.ctx, desk.other.version, 'sept terroristes')
    const sentence = await only()
    expect(sentence.one.claims.map(({ id }) => id)).toEqual([other.id])
    expect(sentence.other.claims.map(({ id }) => id)).toEqual([one.id])
    const [found] = await findSharedSentencesOfClaim(desk.viewer.ctx, other.id)
    expect(found?.other.article.id).toBe(desk.one.article.id)
  })
})

describe('a decision', () => {
  test('is in force until another takes its place, or it is taken back', async () => {
    const first = await decide('COPIED_FROM')
    expect((await only({ show: 'decided' })).ruling).toMatchObject({ id: first.id, isReversed: false, by: 'Checker' })
    expect(await list({ show: 'undecided' })).toEqual([])
    const reversed = await only({ article: desk.one.article.id, show: 'all' })
    expect(reversed.ruling).toMatchObject({ kind: 'COPIED_FROM', isReversed: true })
    const second = await decide('COMMON_ORIGIN', desk.checker2.ctx)
    expect(second.replaced).toBe(1)
    expect(await db.copyDecision.count({ where: { projectId: desk.project.id, takenBackAt: null } })).toBe(1)
    await takeBackCopyDecision(desk.checker.ctx, { ...once(), id: second.id })
    expect((await only({ show: 'undecided' })).ruling).toBeNull()
    await expect(takeBackCopyDecision(desk.checker.ctx, { ...once(), id: second.id })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('of two people at once leaves one in force', async () => {
    await Promise.all([decide('COMMON_ORIGIN'), decide('NOT_COPIED', desk.checker2.ctx)])
    expect(await db.copyDecision.count({ where: { projectId: desk.project.id, takenBackAt: null } })).toBe(1)
  })

  test('stays with the words when the text has a new version', async () => {
    const { id } = await decide('COPIED_FROM')
    const bytes = new TextEncoder().encode(`Un nouveau début.\n\n${desk.other.version.text}`)
    await addVersion(desk.editor.ctx, {
      ...once(),
      articleId: desk.other.article.id,
      id: newId(),
      bytes,
      fileName: null,
    })
    expect((await only()).ruling?.id).toBe(id)
  })

  test('is refused to readers, to strangers, and outside the texts', async () => {
    const places = placesOf(await only())
    const input = () => ({ ...once(), id: newId(), kind: 'COMMON_ORIGIN' as const, ...places })
    await expect(decideCopy(desk.viewer.ctx, input())).rejects.toMatchObject({ code: 'forbidden' })
    const stranger = await aProject()
    await expect(decideCopy(stranger.editor.ctx, input())).rejects.toMatchObject({ code: 'not-found' })
    const far = { ...places.copy, end: 10_000_000 }
    await expect(decideCopy(desk.checker.ctx, { ...input(), copy: far })).rejects.toMatchObject({ code: 'invalid' })
    const others = { ...places.copy, exact: places.copy.exact.replace(/\w/, 'X') }
    await expect(decideCopy(desk.checker.ctx, { ...input(), copy: others })).rejects.toMatchObject({
      ...{ code: 'invalid', reasons: [{ key: 'span.otherWords' }] },
    })
    const same = { ...input(), original: places.copy }
    await expect(decideCopy(desk.checker.ctx, same)).rejects.toMatchObject({ code: 'invalid' })
    const { id } = await decide('NOT_COPIED')
    for (const ctx of [desk.viewer.ctx, stranger.editor.ctx])
      await expect(takeBackCopyDecision(ctx, { ...once(), id })).rejects.toThrow()
  })
})

test('texts that were there before are compared once they are looked at', async () => {
  await db.fingerprintedSentence.deleteMany({ where: { projectId: desk.project.id } })
  await db.textReading.deleteMany({ where: { projectId: desk.project.id } })
  expect(await list()).toEqual([])
  expect(await readMissingTexts(desk.editor.ctx)).toBeGreaterThanOrEqual(2)
  expect(await readMissingTexts(desk.editor.ctx)).toBe(0)
  expect(await list()).toHaveLength(1)
})

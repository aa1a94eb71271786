import { beforeAll, describe, expect, test } from 'vitest'
import { decideCopy } from '@/lib/copies/commands/decide-copy'
import { listSharedSentences } from '@/lib/copies/queries/list-shared-sentences'
import type { Shown } from '@/lib/copies/schema'
import type { SharedSentence } from '@/lib/copies/shared-sentence'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { anArticle, aProject, once } from '@/seeds/builders'

const db = getDb()
const [PER_PAGE, SHARED, OTHERS] = [20, 90, 11]
const word = (at: number) => `mot${(at * 7919) % 100_003}`
const sentence = (at: number) => `Ici ${Array.from({ length: 9 }, (_, each) => word(at * 9 + each)).join(' ')}.`

/** A text of which every second sentence is shared, and the others its own. */
const everySecond = (own: number) =>
  Array.from({ length: SHARED }, (_, at) => `${sentence(at)} ${sentence(own * 10_000 + at)}`).join(' ')

let desk: Awaited<ReturnType<typeof aProject>>
beforeAll(async () => {
  desk = await aProject()
  await anArticle(db, desk.project, everySecond(1), 'First')
  for (let at = 0; at < OTHERS; at++) await anArticle(db, desk.project, `Rien ${sentence(500_000 + at)}`, `Alone ${at}`)
  await anArticle(db, desk.project, everySecond(2), 'Second')
  await anArticle(db, desk.project, `${sentence(0)} Fin. ${sentence(777_777)}`, 'Third')
})

async function everyPage(show: Shown) {
  const found: SharedSentence[] = []
  let before: string | null = null
  for (let page = 0; page < 100; page++) {
    const answer = await listSharedSentences(desk.checker.ctx, { show, before })
    expect(answer.sentences.length).toBeLessThanOrEqual(PER_PAGE)
    found.push(...answer.sentences)
    before = answer.before
    if (before === null) return found
  }
  throw new Error('The list has no end.')
}

describe('the sentences of a whole project', () => {
  test('come by pages that end within an article: none is lost, none comes twice', async () => {
    const all = await everyPage('all')
    const keys = all.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    // Each of the shared sentences under the later of the two texts, and the third's one in both.
    expect(all.filter(({ one }) => one.article.title === 'Second')).toHaveLength(SHARED)
    expect(all.filter(({ one }) => one.article.title === 'Third')).toHaveLength(2)
    expect(keys).toHaveLength(SHARED + 2)
  })

  test('a decision taken between two pages moves none of those to come', async () => {
    const first = await listSharedSentences(desk.checker.ctx, { show: 'undecided' })
    const [sentence] = first.sentences.slice(5)
    if (!sentence) throw new Error('No sentence is shared.')
    const place = ({ versionId, evidenceId, start, end, words }: SharedSentence['one']) => ({
      ...{ versionId, evidenceId, start, end },
      exact: words,
    })
    const places = { copy: place(sentence.one), original: place(sentence.other) }
    await decideCopy(desk.checker.ctx, { ...once(), id: newId(), kind: 'COMMON_ORIGIN', ...places })
    const second = await listSharedSentences(desk.checker.ctx, { show: 'undecided', before: first.before })
    const whole = (await everyPage('all')).map(({ key }) => key)
    expect([...first.sentences, ...second.sentences].map(({ key }) => key)).toEqual(whole.slice(0, 2 * PER_PAGE))
    expect((await everyPage('undecided')).map(({ key }) => key)).toEqual(whole.filter((key) => key !== sentence.key))
    expect((await everyPage('decided')).map(({ key }) => key)).toEqual([sentence.key])
  })

  test('a page ends before its texts are too long for it', async () => {
    const { project, checker } = await aProject()
    const long = Array.from({ length: 1600 }, (_, at) => sentence(at)).join(' ')
    for (let at = 0; at < 4; at++) await anArticle(db, project, `${long} ${at}.`, `Copy ${at}`)
    const { sentences, before } = await listSharedSentences(checker.ctx, { show: 'all' })
    const length = sentences.reduce((sum, { one, other }) => sum + one.words.length + other.words.length, 0)
    expect(length).toBeLessThanOrEqual(2 * long.length + 200_000)
    expect(before).not.toBeNull()
    const { article } = sentences[0]?.one ?? {}
    const { about } = await listSharedSentences(checker.ctx, { show: 'all', article: article?.id ?? null })
    expect(about).toMatchObject({ total: 3, pages: 3 })
  })

  test.each(['', 'x', `${newId()}.1`, `${newId()}.1.${newId()}.99999999999`])('no other cursor: %s', async (before) => {
    await expect(listSharedSentences(desk.checker.ctx, { before })).rejects.toMatchObject({ code: 'invalid' })
  })
})

import pg from 'pg'
import { CHANGES, makeTexts } from '@/e2e/bench/made-texts'
import { sample, tell } from '@/e2e/bench/measure'
import { keepReading } from '@/lib/articles/commands/keep-reading'
import { readText } from '@/lib/articles/text-reading'
import type { Ctx } from '@/lib/context'
import { sentencesOfVersions } from '@/lib/copies/queries/find-candidates'
import { findMatches } from '@/lib/copies/queries/find-matches'
import { listSharedSentences } from '@/lib/copies/queries/list-shared-sentences'
import { getDb } from '@/lib/db'
import { newId, projectId, userId } from '@/lib/ids'
import { sha256 } from '@/lib/sha256'

const [BATCH, TRIED] = [250, 400]

type TextIds = { id: string; versionId: string }

/** Puts articles straight into the database. Answers their ids, and how long their passages took. */
async function putArticles(project: string, texts: readonly string[]) {
  const db = getDb()
  const made: TextIds[] = []
  let indexing = 0
  for (let from = 0; from < texts.length; from += BATCH) {
    const rows = texts.slice(from, from + BATCH).map((text, at) => ({
      ...{ text, id: newId(), versionId: newId(), sourceId: newId(), title: `Article ${from + at}` },
      createdAt: new Date(1_600_000_000_000 + (from + at) * 1000),
    }))
    const of = { projectId: project }
    await db.source.createMany({
      data: rows.map(({ sourceId, title }) => {
        return {
          ...of,
          id: sourceId,
          kind: 'DOCUMENT' as const,
          name: title,
          nameKey: title.toLowerCase(),
          aliases: [],
        }
      }),
    })
    await db.article.createMany({
      data: rows.map(({ id, sourceId, title, createdAt }) => ({ ...of, id, sourceId, title, createdAt })),
    })
    await db.articleVersion.createMany({
      data: rows.map(({ id, versionId, text }) => {
        const received = new TextEncoder().encode(text)
        const hash = sha256(text)
        const facts = { sha256: hash, receivedSha256: hash, codePoints: Array.from(text).length, encoding: 'utf-8' }
        return { ...of, ...facts, id: versionId, articleId: id, number: 1, text, received }
      }),
    })
    const started = performance.now()
    for (const { versionId, text } of rows) await keepReading(db, project, versionId, readText(text))
    indexing += performance.now() - started
    made.push(...rows.map(({ id, versionId }) => ({ id, versionId })))
  }
  return { made, indexing }
}

// The app's role may not: PostgreSQL leaves that to the owner of the tables.
async function analyse() {
  const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL })
  await owner.connect()
  await owner.query('ANALYZE')
  await owner.end()
}

/** Shared passages among so many articles, beside an exact join of sentences; and what is found of the planted copies. */
export async function benchPassages(count = 10_000): Promise<void> {
  const db = getDb()
  const project = await db.project.create({ data: { id: newId(), name: `Bench ${newId()}`, kind: 'TRAINING' } })
  const person = await db.user.findFirstOrThrow({ where: { email: 'editor@recoupe.example' } })
  const actor = { userId: userId.parse(person.id), projectId: projectId.parse(project.id), role: 'EDITOR' } as const
  const ctx: Ctx = { actor: { ...actor, isOwner: false }, db, now: new Date() }
  const { texts, planted } = makeTexts(count, 1500)
  const { made, indexing } = await putArticles(project.id, texts)
  await analyse()
  console.log(`\nShared passages (${count.toLocaleString('en')} articles of about 1,500 characters)`)
  console.log(`  writing the passages of an article: ${(indexing / count).toFixed(1)} ms`)

  const versionOf = (at: number) => made[at]?.versionId ?? ''
  const matchesOf = async (at: number) =>
    findMatches(db, project.id, await sentencesOfVersions(db, project.id, [versionOf(at)]))
  let next = 0
  const exact = () => db.$queryRaw`
    SELECT o."id" FROM "Passage" m JOIN "Passage" o ON o."prints" = m."prints" AND o."id" <> m."id"
    WHERE m."versionId" = ${versionOf(count - 1 - next++)}::uuid AND o."projectId" = m."projectId"`
  tell('what one article shares with all others', await sample(20, () => matchesOf(count - 1 - next++)), {
    name: 'only the sentences that are exactly the same',
    samples: await sample(5, exact),
  })
  tell('first page of the project’s list', await sample(5, () => listSharedSentences(ctx)))

  const tried = planted.slice(-TRIED)
  const hits: { change: number; hit: boolean }[] = []
  let wrong = 0
  let right = 0
  for (const { copy, original, change } of tried) {
    const others = new Set((await matchesOf(copy)).map(({ other }) => other.versionId))
    hits.push({ change, hit: others.has(versionOf(original)) })
    for (const other of others) {
      const isPlanted = planted.some(
        (each) =>
          (each.copy === copy && versionOf(each.original) === other) ||
          (each.original === copy && versionOf(each.copy) === other) ||
          (each.original === original && versionOf(each.copy) === other),
      )
      if (isPlanted) right++
      else wrong++
    }
  }
  for (const change of CHANGES) {
    const ofChange = hits.filter((each) => each.change === change)
    const share = ofChange.filter(({ hit }) => hit).length / Math.max(1, ofChange.length)
    console.log(
      `  found of copies with ${change * 100} % of the words changed: ${(share * 100).toFixed(1)} % of ${ofChange.length}`,
    )
  }
  console.log(
    `  of the texts found, planted: ${((100 * right) / Math.max(1, right + wrong)).toFixed(1)} % of ${right + wrong}`,
  )
}

import type { Ctx } from '@/lib/context'
import type { Db } from '@/lib/db'
import { fillBombersArticle } from '@/seeds/demo/bombers-article'
import type { DemoDesks } from '@/seeds/demo/demo-desks'
import { addAirportAttack } from '@/seeds/demo/events'
import { fillMaloofArticle } from '@/seeds/demo/maloof-article'
import { addVoices } from '@/seeds/demo/sources'
import type { DemoTeam } from '@/seeds/demo/team'
import type { SeededText, TwoPeople } from '@/seeds/scenarios'

/** The text of the first version of a seeded article. */
async function textOf(db: Db, projectId: string, seedFile: string): Promise<SeededText> {
  const article = await db.article.findUniqueOrThrow({
    where: { projectId_seedFile: { projectId, seedFile } },
    include: { versions: { orderBy: { number: 'asc' }, take: 1 } },
  })
  const version = article.versions[0]
  if (!version) throw new Error(`The seeded article ${seedFile} has no version.`)
  return { articleId: article.id, versionId: version.id, text: version.text }
}

/** A handful of claims in every review state, once. It says only what the two texts say. */
export async function fillDemo(db: Db, { project, people }: DemoTeam, now: Date): Promise<void> {
  if ((await db.claim.count({ where: { projectId: project.id } })) > 0) return
  const ratingId = async (key: string) =>
    (await db.rating.findUniqueOrThrow({ where: { projectId_key: { projectId: project.id, key } } })).id
  const desk = (checker: Ctx): TwoPeople => ({ editor: people.editor, checker, ratingId })
  const desks: DemoDesks = {
    first: desk(people.checker),
    second: desk(people.checker2),
    day: (after) => new Date(now.getTime() + after * 24 * 60 * 60 * 1000).toISOString().slice(0, 10),
    attack: await addAirportAttack(people.editor),
  }
  const maloof = await textOf(db, project.id, '000_a56745d9376cc117.txt')
  const bombers = await textOf(db, project.id, '004_b86df3bf2438e070.txt')
  const voices = await addVoices(people.editor)
  const mostViolentToo = await fillBombersArticle(desks, bombers, maloof, voices)
  await fillMaloofArticle(desks, maloof, bombers, voices, mostViolentToo)
}

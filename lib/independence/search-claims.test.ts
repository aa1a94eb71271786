import { beforeAll, expect, it } from 'vitest'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { linkClaims } from '@/lib/independence/commands/link-claims'
import { searchClaimsToLink } from '@/lib/independence/queries/search-claims'
import { aClaim, anArticle, aProject, once } from '@/seeds/builders'

const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let claim: { id: string }
let other: { id: string }

beforeAll(async () => {
  desk = await aProject(db)
  const [mine, theirs] = await Promise.all(
    ['Un texte', 'Autre texte'].map((title) =>
      anArticle(db, desk.project, `Sept terroristes sont en fuite. ${title}.`, title),
    ),
  )
  if (!mine || !theirs) throw new Error('No articles')
  claim = await aClaim(desk.editor.ctx, mine.version, 'Sept terroristes')
  await aClaim(desk.editor.ctx, mine.version, 'terroristes sont')
  other = await aClaim(desk.editor.ctx, theirs.version, 'terroristes sont en fuite')
})

const found = async (words: string, ctx = desk.viewer.ctx) =>
  (await searchClaimsToLink(ctx, claim.id, words)).map(({ id }) => id)

it('finds claims of other articles that hold every word, in any case and order', async () => {
  expect(await found('FUITE terroristes')).toEqual([other.id])
  expect(await found('fuite Pentagone')).toEqual([])
  expect(await found(' ')).toEqual([])
  expect(await found('%')).toEqual([])
})

it('shows nothing to another project, and no claim that is linked already', async () => {
  const stranger = await aProject(db)
  expect(await found('terroristes', stranger.admin.ctx)).toEqual([])
  await linkClaims(desk.editor.ctx, { ...once(), id: newId(), oneId: claim.id, otherId: other.id })
  expect(await found('terroristes')).toEqual([])
})

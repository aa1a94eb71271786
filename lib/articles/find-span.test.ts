import { expect, test } from 'vitest'
import { findSpan } from '@/lib/articles/queries'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { aClaim, anArticle, aProject } from '@/seeds/builders'

const TEXT = 'Sept hommes sont en fuite.'

test('a passage is found in its own article and project only', async () => {
  const [{ project, editor }, stranger] = [await aProject(), await aProject()]
  const { article, version } = await anArticle(getDb(), project, TEXT)
  const other = await anArticle(getDb(), project, 'Un autre texte.')
  const claim = await aClaim(editor.ctx, { ...version, text: TEXT }, 'Sept hommes')
  const [span] = await getDb().span.findMany({ where: { claimSpan: { claimId: claim.id } } })
  const id = span?.id ?? ''
  expect(await findSpan(editor.ctx, article.id, id)).toEqual({
    ...{ versionId: version.id, start: 0, end: 'Sept hommes'.length },
  })
  expect(await findSpan(editor.ctx, other.article.id, id)).toBeNull()
  expect(await findSpan(stranger.editor.ctx, article.id, id)).toBeNull()
  expect(await findSpan(editor.ctx, article.id, newId())).toBeNull()
})

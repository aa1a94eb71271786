import { beforeAll, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { removeWarning, saveWarning } from '@/lib/warnings/commands'
import { findWarning, listWarningsOfArticle } from '@/lib/warnings/queries'
import { aClaim, anArticle, aProject, once, walkTo } from '@/seeds/builders'

const TEXT = 'Les responsables américains ont émis un nouvel avertissement aux citoyens américains.'
const db = getDb()
let desk: Awaited<ReturnType<typeof aProject>>
let article: Awaited<ReturnType<typeof anArticle>>

beforeAll(async () => {
  desk = await aProject(db)
  article = await anArticle(db, desk.project, TEXT)
})

const aFreshClaim = () => aClaim(desk.editor.ctx, article.version, 'un nouvel avertissement', 'THREAT_WARNING')
const alert = (claimId: string) => ({
  ...once(),
  id: newId(),
  claimId,
  version: null,
  audience: 'citoyens américains',
  windowOnset: '2021-08-27',
  windowExpires: '2021-08-31',
})

describe('saveWarning', () => {
  it('keeps the warning with its issuer, and raises the revision', async () => {
    const claim = await aFreshClaim()
    await saveWarning(desk.editor.ctx, { ...alert(claim.id), issuerId: article.source.id })
    expect(await findWarning(desk.viewer.ctx, claim.id)).toMatchObject({
      audience: 'citoyens américains',
      issuer: { id: article.source.id },
      onBehalfOf: null,
      windowExpires: '2021-08-31',
      urgency: 'UNKNOWN',
      outcome: 'NOT_KNOWN',
      version: 1,
    })
    expect((await listWarningsOfArticle(desk.viewer.ctx, article.article.id)).has(claim.id)).toBe(true)
    expect((await db.claim.findUniqueOrThrow({ where: { id: claim.id } })).revision).toBe(2)
  })

  it('keeps times of its window, and of when it was sent', async () => {
    const claim = await aFreshClaim()
    const sent = {
      ...{ verbatim: null, earliest: '2021-08-28', latest: '2021-08-28', precision: 'MINUTE' as const },
      clock: { from: '16:30', until: '16:30', zone: 'America/New_York' },
    }
    const times = { windowOnsetTime: '16:30', windowExpiresTime: '04:30', windowZone: 'America/New_York' }
    const window = { windowOnset: '2021-08-28', windowExpires: '2021-08-30', ...times }
    await saveWarning(desk.editor.ctx, { ...alert(claim.id), sent, ...window })
    expect(await findWarning(desk.viewer.ctx, claim.id)).toMatchObject({ sent, ...window })
    const other = await aFreshClaim()
    await expect(
      saveWarning(desk.editor.ctx, { ...alert(other.id), ...window, windowExpires: '2021-08-28' }),
    ).rejects.toMatchObject({ reasons: [{ key: 'warning.windowOrder', path: 'windowExpires' }] })
  })

  it('is one per claim: the second is a conflict, the same command again is not', async () => {
    const claim = await aFreshClaim()
    const first = alert(claim.id)
    await saveWarning(desk.editor.ctx, first)
    await expect(saveWarning(desk.editor.ctx, first)).resolves.toMatchObject({ version: 1 })
    await expect(saveWarning(desk.admin.ctx, alert(claim.id))).rejects.toMatchObject({
      code: 'conflict',
      reasons: [{ key: 'warning.alreadyThere' }],
    })
    const edit = { ...first, version: 1, audience: 'journalistes occidentaux' }
    await saveWarning(desk.editor.ctx, { ...edit, ...once() })
    await expect(saveWarning(desk.admin.ctx, { ...edit, ...once() })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('refuses an empty one, a window turned round, and a source of another project', async () => {
    const claim = await aFreshClaim()
    const empty = { ...once(), id: newId(), claimId: claim.id, version: null }
    await expect(saveWarning(desk.editor.ctx, empty)).rejects.toMatchObject({
      code: 'invalid',
      reasons: [{ key: 'warning.empty', path: 'audience' }],
    })
    await expect(
      saveWarning(desk.editor.ctx, { ...alert(claim.id), windowExpires: '2021-08-26' }),
    ).rejects.toMatchObject({ reasons: [{ key: 'warning.windowOrder', path: 'windowExpires' }] })
    const other = await aProject(db)
    const foreign = await anArticle(db, other.project, TEXT)
    await expect(
      saveWarning(desk.editor.ctx, { ...alert(claim.id), issuerId: foreign.source.id }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(await findWarning(desk.editor.ctx, claim.id)).toBeNull()
  })

  it('is not for viewers, nor on a claim under review', async () => {
    const claim = await aFreshClaim()
    await expect(saveWarning(desk.viewer.ctx, alert(claim.id))).rejects.toMatchObject({ code: 'forbidden' })
    await walkTo(db, claim, 'IN_REVIEW')
    await expect(saveWarning(desk.editor.ctx, alert(claim.id))).rejects.toMatchObject({ code: 'refused' })
  })
})

it('removeWarning makes room for another', async () => {
  const claim = await aFreshClaim()
  const first = alert(claim.id)
  await saveWarning(desk.editor.ctx, first)
  await removeWarning(desk.editor.ctx, { ...once(), id: first.id, claimId: claim.id, version: 1 })
  expect(await findWarning(desk.editor.ctx, claim.id)).toBeNull()
  await expect(saveWarning(desk.editor.ctx, alert(claim.id))).resolves.toMatchObject({ version: 1 })
})

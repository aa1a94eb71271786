import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { askForReset, sendAskedReset } from '@/lib/auth/commands/ask-reset'
import { issueResetLink } from '@/lib/auth/commands/issue-reset-link'
import { RESET_LIMITS } from '@/lib/auth/commands/reset-limit'
import { acceptInvitation, resetPassword } from '@/lib/auth/commands/set-password-by-link'
import { listLinkNotices } from '@/lib/auth/queries/link-notices'
import { areOneHand } from '@/lib/auth/queries/one-hand'
import { listOwnSignIns } from '@/lib/auth/queries/sign-ins'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { ownHandlers } from '@/lib/jobs/commands/handlers'
import { sendLinkJob } from '@/lib/jobs/commands/handlers/send-link'
import { retryJob } from '@/lib/jobs/commands/retry-job'
import { runJob } from '@/lib/jobs/commands/run-job'
import { takeJob } from '@/lib/jobs/commands/take-job'
import { listAllJobs, listProjectJobs } from '@/lib/jobs/queries/list-jobs'
import { inviteMember, renewInvitation } from '@/lib/projects/commands/hand-out-link'
import { listMembers } from '@/lib/projects/queries'
import { JOB_KINDS } from '@/lib/queue/kinds'
import { actingAs, aProject, aUser, once, TEST_NOW } from '@/seeds/builders'
import { readableMail } from '@/seeds/readable-mail'
import { startTestMailServer } from './test-mail-server.mjs'

// Links by mail, from the command that makes one to what a real mail server gets.

const db = getDb()
const nobody = { actor: { userId: null, projectId: null, role: null, isOwner: false }, db, now: TEST_NOW }
const password = 'quatre mots sans rapport'
let server
let desk
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the tests')
  vi.stubEnv('NEXTAUTH_URL', 'https://recoupe.example')
  vi.stubEnv('MAIL_FROM', 'Recoupe <recoupe@desk.example>')
  server = await startTestMailServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  vi.stubEnv('SMTP_URL', server.url)
  desk = await aProject(db)
})
afterEach(async () => {
  server.mails.length = 0
  server.answers.next = ''
  await db.$executeRaw`DELETE FROM jobs.job`
})

const invitation = (name = 'Camille Élan') => ({
  ...{ ...once(), id: newId(), userId: newId(), name, role: 'CHECKER' },
  email: `camille.${newId().slice(-8)}@recoupe.example`,
})
const invite = async (input = invitation()) => ({ input, ...(await inviteMember(desk.admin.ctx, input)) })

/** Does the next mail that is due, as the worker does; null where none is. */
async function sendNext(handler = sendLinkJob) {
  await db.$executeRaw`UPDATE jobs.job SET start_after = now() - interval '1 second' WHERE state < 'active'`
  const job = await takeJob(nobody, 'mail:sendLink', 1)
  const onError = (error) => {
    throw error
  }
  return job && runJob(nobody, handler, job, { isEnding: () => false, onError })
}
const jobs = () => db.$queryRaw`SELECT id::text, state::text, data, output, retry_count AS "count" FROM jobs.job`
const mailStateOf = async ({ email }) =>
  (await listMembers(desk.admin.ctx)).find(({ user }) => user.email === email)?.mail
const linkIn = (raw) => /https:\/\/recoupe\.example\/(\w+)\/([\w-]{43})/.exec(readableMail(raw).body)

describe('an invitation', () => {
  test('goes to the person’s address, with a link that works, and its secret nowhere else', async () => {
    const { input, link } = await invite()
    expect(link.byMail).toBe(true)
    expect(await mailStateOf(input)).toEqual({ state: 'waiting' })
    // Whoever reads the queue and all tables has no link.
    const stored = JSON.stringify([await jobs(), await db.oneTimeLink.findMany()])
    expect(stored).not.toContain(link.token)
    expect(await sendNext()).toBe('done')
    const { head, body } = readableMail(server.mails[0])
    expect(head).toContain(`<${input.email}>`)
    expect(head).toMatch(/^From: Recoupe <recoupe@desk\.example>$/m)
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m)
    for (const words of ['Bonjour Camille Élan', desk.project.name, desk.admin.user.name, '3 septembre 2021'])
      expect(body).toContain(words)
    const [, page, token] = linkIn(server.mails[0])
    expect([page, token]).toEqual(['invitation', link.token])
    expect(await mailStateOf(input)).toEqual({ state: 'sent', at: TEST_NOW })
    await acceptInvitation(nobody, { ...once(), token, name: input.name, password })
  })

  test('is written in the language of whoever invites', async () => {
    await invite({ ...invitation(), language: 'en' })
    await sendNext()
    expect(readableMail(server.mails[0]).body).toContain('invites you to check facts')
  })

  test.each([
    [
      'has been used',
      'linkUsed',
      ({ input, link }) => acceptInvitation(nobody, { ...once(), token: link.token, name: input.name, password }),
    ],
    [
      'rests on a maker who is disabled',
      'linkMakerLost',
      () => db.user.update({ where: { id: desk.admin.user.id }, data: { disabledAt: TEST_NOW } }),
    ],
    [
      'is for an account that is disabled',
      'linkDisabled',
      ({ userId }) => db.user.update({ where: { id: userId }, data: { disabledAt: TEST_NOW } }),
    ],
    ['has expired', 'linkExpired', () => db.$executeRaw`SELECT 1`, new Date(TEST_NOW.getTime() + 8 * 86_400_000)],
  ])('is not sent once it %s, and the lists say so', async (_, why, happen, now = TEST_NOW) => {
    await happen(await invite())
    expect(await sendNext((ctx, payload) => sendLinkJob({ ...ctx, now }, payload))).toBe('leftUndone')
    expect(server.mails).toEqual([])
    expect(await sendNext()).toBeNull()
    const { done } = await listProjectJobs(desk.editor.ctx)
    expect(done).toMatchObject([{ reasons: [{ key: 'mail.notSent' }, { key: `mail.${why}` }] }])
  })

  test('is sent once: of two, the one that replaces the other', async () => {
    const { input } = await invite()
    const { token } = await renewInvitation(desk.admin.ctx, { ...once(), id: input.id })
    while (await sendNext());
    expect(server.mails.map((raw) => linkIn(raw)[2])).toEqual([token])
  })

  test('sent twice, when the worker dies before it has written that, has the same Message-ID', async () => {
    await invite()
    const dying = async (ctx, payload) => {
      const write = await sendLinkJob(ctx, payload)
      return async (txCtx) => {
        await write(txCtx)
        throw new DOMException('the worker is gone')
      }
    }
    const job = await takeJob(nobody, 'mail:sendLink', 1)
    await runJob(nobody, dying, job, { isEnding: () => false, onError: () => {} })
    expect(await sendNext()).toBe('done')
    const ids = server.mails.map((raw) => /^Message-ID: (.*)$/im.exec(readableMail(raw).head)[1])
    expect(ids).toEqual([expect.stringMatching(/^<link-[\w-]{36}@recoupe\.example>$/), ids[0]])
    expect(await sendNext()).toBeNull()
  })

  test('of a name with line ends adds no header and no recipient', async () => {
    await db.user.update({
      where: { id: desk.admin.user.id },
      data: { name: 'Adèle\r\nBcc: all@desk.example\r\n\r\nX' },
    })
    await db.project.update({ where: { id: desk.project.id }, data: { name: 'Bureau\nCc: <all@desk.example>' } })
    await invite()
    expect(await sendNext()).toBe('done')
    expect(readableMail(server.mails[0]).head).not.toMatch(/^(bcc|cc):/im)
    const [, html] = readableMail(server.mails[0]).body.split('text/html')
    expect(html).toContain('Cc: &lt;all@desk.example&gt;')
  })

  test('whose maker has lost the right is no more to be handed over: the list says why nothing came', async () => {
    const { input } = await invite()
    await db.membership.update({
      where: { projectId_userId: { projectId: desk.project.id, userId: desk.admin.user.id } },
      data: { role: 'EDITOR' },
    })
    await sendNext()
    const reasons = [{ key: 'mail.notSent' }, { key: 'mail.linkMakerLost' }]
    expect(await mailStateOf(input)).toEqual({ state: 'notSent', reasons })
  })

  test('whose secret is gone waits for no next try; with the secret back it is retried and sent', async () => {
    const { input, link } = await invite()
    vi.stubEnv('NEXTAUTH_SECRET', 'another secret of the tests')
    expect(await sendNext()).toBe('failed')
    expect(await sendNext()).toBeNull()
    const failed = await mailStateOf(input)
    expect(failed).toMatchObject({ state: 'failed', reasons: [{ key: 'mail.secretGone' }] })
    vi.stubEnv('NEXTAUTH_SECRET_OLD', 'a secret of the tests')
    await retryJob(desk.admin.ctx, { ...once(), scope: 'project', id: failed.jobId })
    expect(await sendNext()).toBe('done')
    expect(linkIn(server.mails[0])[2]).toBe(link.token)
    vi.stubEnv('NEXTAUTH_SECRET_OLD', '')
    vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the tests')
  })

  test('without a mail server is handed over, and nothing waits', async () => {
    vi.stubEnv('SMTP_URL', '')
    const { input, link } = await invite()
    expect(link.byMail).toBe(false)
    expect(await jobs()).toEqual([])
    expect(await mailStateOf(input)).toEqual({ state: 'byHand' })
    expect(Object.keys(ownHandlers())).not.toContain('mail:sendLink')
  })
})

describe('a mail server that', () => {
  test('has no time now is asked again, and the screen says why', async () => {
    const { input } = await invite()
    server.answers.next = '451 Greylisted, come back'
    expect(await sendNext()).toBe('failed')
    expect(await mailStateOf(input)).toMatchObject({
      ...{ state: 'retry', reasons: [{ key: 'mail.later', values: { code: '451', about: 'other' } }] },
    })
    server.answers.next = ''
    expect(await sendNext()).toBe('done')
    expect(server.mails).toHaveLength(1)
  })

  test('refuses the address has failed at once; who retries sends it', async () => {
    const { input } = await invite()
    server.answers.next = '550 No such mailbox'
    expect(await sendNext()).toBe('failed')
    const failed = await mailStateOf(input)
    expect(failed).toMatchObject({ state: 'failed', reasons: [{ key: 'mail.refused' }] })
    expect(await sendNext()).toBeNull()
    server.answers.next = ''
    await retryJob(desk.admin.ctx, { ...once(), scope: 'project', id: failed.jobId })
    expect(await sendNext()).toBe('done')
    expect(await mailStateOf(input)).toMatchObject({ state: 'sent' })
  })

  test('says whom it does not know tells that to the owner alone: a project reads the code and what it is about', async () => {
    const { input } = await invite()
    server.answers.next = `550 5.1.1 <${input.email}> unknown`
    expect(await sendNext()).toBe('failed')
    const [key, values] = ['mail.refused', { code: '550 5.1.1', about: 'address' }]
    const { failed } = await listProjectJobs(desk.editor.ctx)
    expect(failed).toMatchObject([{ reasons: [{ key, values }] }])
    expect(JSON.stringify([failed, await mailStateOf(input)])).not.toContain('unknown')
    const owner = actingAs(await aUser(db, 'Owner', true), null, null)
    const said = expect.stringContaining(`<${input.email}> unknown`)
    expect((await listAllJobs(owner)).failed).toMatchObject([
      { reasons: [{ key }, { key: 'mail.said', values: { said } }] },
    ])
  })

  test('is not there is asked as often as the kind says, then the mail has failed', async () => {
    const gone = await startTestMailServer()
    await gone.stop()
    const { input } = await invite()
    vi.stubEnv('SMTP_URL', gone.url)
    for (let tries = 0; tries <= JOB_KINDS['mail:sendLink'].retries; tries++) expect(await sendNext()).toBe('failed')
    expect(await sendNext()).toBeNull()
    expect(await mailStateOf(input)).toMatchObject({ state: 'failed', reasons: [{ key: 'mail.unreachable' }] })
  })

  test.each([
    ['offers no TLS', { hideSTARTTLS: true, disabledCommands: ['STARTTLS'] }],
    ['shows a certificate that nobody vouches for', {}],
  ])('%s gets nothing where TLS is asked for', async (_, options) => {
    const plain = await startTestMailServer(options)
    vi.stubEnv('SMTP_URL', `${plain.url}?tls=required`)
    const { input } = await invite()
    expect(await sendNext()).toBe('failed')
    expect(await mailStateOf(input)).toMatchObject({ state: 'retry', reasons: [{ key: 'mail.notSecure' }] })
    expect(plain.mails).toEqual([])
    await plain.stop()
  })

  test('does not know the name and password says so', async () => {
    const strict = await startTestMailServer({
      ...{ authOptional: false, allowInsecureAuth: true, hideSTARTTLS: true },
      onAuth: (_auth, _session, done) => done(new Error('No')),
    })
    vi.stubEnv('SMTP_URL', strict.url.replace('//', '//desk:wrong@'))
    const { input } = await invite()
    expect(await sendNext()).toBe('failed')
    expect(await mailStateOf(input)).toMatchObject({ reasons: [{ key: 'mail.notSignedIn' }] })
    await strict.stop()
  })
})

describe('a new password', () => {
  const withPassword = async (person) => {
    await db.user.update({ where: { id: person.id }, data: { passwordHash: 'set' } })
    return db.user.findUniqueOrThrow({ where: { id: person.id } })
  }
  const ask = async (email, address = `10.0.${Math.floor(Math.random() * 200)}.1`) =>
    sendAskedReset(nobody, await askForReset(nobody, { email }, address), address)

  test('that the owner makes a link for goes by mail too, with the reason', async () => {
    const person = await withPassword(desk.checker.user)
    const owner = actingAs(await aUser(db, 'Owner', true), null, null)
    const link = await issueResetLink(owner, { ...once(), userId: person.id, reason: 'Je connais\nsa voix.' })
    expect(link.byMail).toBe(true)
    await sendNext()
    expect(linkIn(server.mails[0])[2]).toBe(link.token)
    expect(readableMail(server.mails[0]).body).toContain('Je connais sa voix.')
  })

  test('that somebody asks for themselves goes to their address alone; the admins learn of its use', async () => {
    const person = await withPassword(desk.checker.user)
    await ask(person.email.toUpperCase())
    const audited = await db.auditEntry.findFirstOrThrow({ where: { action: 'user:askReset', entityId: person.id } })
    expect(audited).toMatchObject({ actorId: null, projectId: null })
    expect(await listOwnSignIns(desk.checker.ctx)).toMatchObject([{ kind: 'askReset', address: audited.after.address }])
    expect(await sendNext()).toBe('done')
    const [, page, token] = linkIn(server.mails[0])
    expect(page).toBe('reset')
    await resetPassword(nobody, { ...once(), token, password })
    expect(await listLinkNotices(desk.admin.ctx)).toMatchObject([{ step: 'USED', byMailOnly: true, isOwn: false }])
    await expect(resetPassword(nobody, { ...once(), token, password })).rejects.toMatchObject({
      reasons: [{ key: 'auth.linkUsed' }],
    })
  })

  test('is not sent to who is not there, has no password yet, or is disabled; each is answered the same', async () => {
    const disabled = await withPassword(desk.editor.user)
    await db.user.update({ where: { id: disabled.id }, data: { disabledAt: TEST_NOW } })
    for (const email of [`nobody.${newId()}@recoupe.example`, desk.viewer.user.email, disabled.email])
      await expect(ask(email)).resolves.toBeUndefined()
    expect(await jobs()).toEqual([])
  })

  test('ends no other link of the person: anybody can ask for it', async () => {
    const person = await withPassword(desk.checker.user)
    const owner = actingAs(await aUser(db, 'Owner', true), null, null)
    const made = await issueResetLink(owner, { ...once(), userId: person.id, reason: 'Je connais sa voix.' })
    await ask(person.email)
    await ask(person.email)
    while (await sendNext());
    // The owner's, and the second of the two that were asked for.
    expect(server.mails).toHaveLength(2)
    await resetPassword(nobody, { ...once(), token: made.token, password })
    const tokens = server.mails.map((raw) => linkIn(raw)[2]).filter((token) => token !== made.token)
    await expect(resetPassword(nobody, { ...once(), token: tokens[0], password })).rejects.toThrow()
  })

  test('is asked for so often in an hour and no more, by address and by place, whoever has the address', async () => {
    for (const email of [(await withPassword(desk.checker.user)).email, `nobody.${newId()}@recoupe.example`]) {
      for (let asked = 0; asked < RESET_LIMITS.account; asked++) await ask(email)
      await expect(ask(email)).rejects.toMatchObject({ code: 'too-many', reasons: [{ key: 'auth.resetAskedOften' }] })
    }
    for (let asked = 0; asked < RESET_LIMITS.address; asked++) await ask(`${newId()}@recoupe.example`, '192.0.2.7')
    await expect(ask(`${newId()}@recoupe.example`, '192.0.2.7')).rejects.toMatchObject({ code: 'too-many' })
  })

  test('is not to be had without a mail server', async () => {
    vi.stubEnv('SMTP_URL', '')
    await expect(ask(desk.checker.user.email)).rejects.toMatchObject({ reasons: [{ key: 'auth.noMail' }] })
  })

  test('brings no account into another’s hand', async () => {
    const person = await withPassword(desk.checker.user)
    await ask(person.email)
    await sendNext()
    await resetPassword(nobody, { ...once(), token: linkIn(server.mails[0])[2], password })
    for (const other of [desk.admin, desk.editor])
      expect(await areOneHand(db, person.id, other.user.id, TEST_NOW)).toBe(false)
  })
})

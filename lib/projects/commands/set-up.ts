import { command, parseInput } from '@/lib/audit/record'
import { newPasswordRefusals } from '@/lib/auth/commands/new-password'
import { spendLink } from '@/lib/auth/commands/one-time-link'
import { hashPassword } from '@/lib/auth/commands/password-hash'
import { nameLetterRefusals } from '@/lib/auth/look-alike'
import { findLink } from '@/lib/auth/queries/find-link'
import { DomainError, refuseIf } from '@/lib/errors'
import { insertProject } from '@/lib/projects/commands/create-project'
import { setUpInput } from '@/lib/projects/schema'

const setUpByLink = command('user:setUp', setUpInput, async (ctx, input) => {
  const link = await spendLink(ctx, 'SETUP', input.token)
  refuseIf('refused', (await ctx.tx.user.count()) > 0 ? [{ key: 'auth.alreadySetUp' }] : [])
  const { password, ...person } = input.user
  refuseIf(
    'invalid',
    nameLetterRefusals(person.name).map((reason) => ({ ...reason, path: 'user.name' })),
  )
  refuseIf('invalid', await newPasswordRefusals(password, person))
  const user = await ctx.tx.user.create({
    data: { ...person, isOwner: true, passwordHash: await hashPassword(password), createdAt: ctx.now },
  })
  const project = await insertProject(ctx, input.project, user.id)
  return {
    result: { userId: user.id, epoch: user.sessionEpoch, projectId: project.id },
    entityId: user.id,
    projectId: project.id,
    after: { user: { ...person, isOwner: true }, project, linkId: link.id },
  }
})

/** The owner's account and the first project, by the set-up link. Refused as soon as there is any user. Answers whose session may begin. */
export const setUp: typeof setUpByLink = async (ctx, input) => {
  const { token } = parseInput(setUpInput, input)
  // A repeated command answers again whose session may begin: to nobody without the link.
  const { link } = await findLink(ctx.db, 'SETUP', token, ctx.now)
  if (!link) throw new DomainError('refused', [{ key: 'auth.linkUnknown' }])
  return setUpByLink(ctx, input)
}

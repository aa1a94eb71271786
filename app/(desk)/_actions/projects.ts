'use server'

import { redirect } from 'next/navigation'
import { runAction } from '@/app/_server/action'
import { requireViewer } from '@/app/_server/actor'
import { withAddress } from '@/app/_server/link-address'
import { getReaderLocale } from '@/app/_server/locale'
import { keepProject } from '@/app/_server/project-cookie'
import type { CommandInput } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { endMembership, restoreMembership, setRole } from '@/lib/projects/commands/change-membership'
import { inviteMember, renewInvitation } from '@/lib/projects/commands/hand-out-link'
import type {
  endMembershipInput,
  inviteInput,
  renewInvitationInput,
  restoreMembershipInput,
  setRoleInput,
} from '@/lib/projects/schema'

/** Shows another of one's own projects; one that is not one's own changes nothing. */
export async function showProject(form: FormData) {
  const wanted = form.get('project')
  const project = (await requireViewer()).projects.find(({ id }) => id === wanted)
  if (project) await keepProject(project.id)
  redirect('/')
}

export async function inviteAction(input: CommandInput<typeof inviteInput>) {
  return runAction(async (ctx: Ctx, raw: typeof input) => {
    const { id, link } = await inviteMember(ctx, { ...raw, language: await getReaderLocale() })
    return { id, link: withAddress(link) }
  }, input)
}

export async function renewInvitationAction(input: CommandInput<typeof renewInvitationInput>) {
  return runAction(
    async (ctx: Ctx, raw: typeof input) =>
      withAddress(await renewInvitation(ctx, { ...raw, language: await getReaderLocale() })),
    input,
  )
}

export async function setRoleAction(input: CommandInput<typeof setRoleInput>) {
  return runAction(setRole, input)
}

export async function endMembershipAction(input: CommandInput<typeof endMembershipInput>) {
  return runAction(endMembership, input)
}

export async function restoreMembershipAction(input: CommandInput<typeof restoreMembershipInput>) {
  return runAction(restoreMembership, input)
}

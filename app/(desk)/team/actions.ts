'use server'

import { runAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { publicUrl } from '@/lib/env'
import { endMembership, restoreMembership, setRole } from '@/lib/projects/commands/change-membership'
import { type HandedOutLink, inviteMember, issueResetLink } from '@/lib/projects/commands/hand-out-link'
import type {
  endMembershipInput,
  inviteInput,
  issueResetLinkInput,
  restoreMembershipInput,
  setRoleInput,
} from '@/lib/projects/schema'

const PAGE = { INVITATION: 'invitation', PASSWORD_RESET: 'reset' } as const

const withAddress = ({ kind, token, expiresAt }: HandedOutLink) => ({
  kind,
  expiresAt,
  url: `${publicUrl()}/${PAGE[kind]}/${token}`,
})

export async function inviteAction(input: CommandInput<typeof inviteInput>) {
  return runAction(async (ctx: Ctx, raw: typeof input) => {
    const { id, link } = await inviteMember(ctx, raw)
    return { id, link: link && withAddress(link) }
  }, input)
}

export async function issueResetLinkAction(input: CommandInput<typeof issueResetLinkInput>) {
  return runAction(async (ctx: Ctx, raw: typeof input) => withAddress(await issueResetLink(ctx, raw)), input)
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

import { z } from 'zod'
import { email, linkLanguage, linkToken, newPassword, personName } from '@/lib/auth/schema'
import { requiredName, requiredText, seenVersion } from '@/lib/fields'
import { commandId, membershipId, projectId, userId } from '@/lib/ids'
import { ProjectKind, Role } from '@/prisma/generated/enums'

const isTimeZone = (name: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const project = {
  name: requiredName(120),
  kind: z.enum(ProjectKind),
  timeZone: requiredText(60).refine(isTimeZone, 'project.timeZoneUnknown'),
}

export const createProjectInput = z.object({ id: projectId, ...project })

/** The owner's first account and first project, by the set-up link. */
export const setUpInput = z.object({
  token: linkToken,
  user: z.object({ id: userId, name: personName, email, password: newPassword }),
  project: createProjectInput,
})

// A link's token is derived from the command id: so these two see it.
export const inviteInput = z.object({
  commandId,
  id: membershipId,
  userId,
  name: personName,
  email,
  role: z.enum(Role),
  language: linkLanguage,
})
export const renewInvitationInput = z.object({ commandId, id: membershipId, language: linkLanguage })

const oneMembership = { id: membershipId, version: seenVersion }
export const setRoleInput = z.object({ ...oneMembership, role: z.enum(Role) })
export const endMembershipInput = z.object(oneMembership)
export const restoreMembershipInput = z.object(oneMembership)

import { z } from 'zod'
import { optionalText, requiredName, requiredText, seenVersion } from '@/lib/fields'
import { sourceId, userId } from '@/lib/ids'
import { Role } from '@/prisma/generated/enums'

const MAX_IDENTITY = 4000

/** Who may answer for a source's staying unnamed. */
export const APPROVING_ROLES: readonly Role[] = [Role.EDITOR, Role.ADMIN]

/** `name` is the pseudonym that screens and reports show. The identity is sealed; without one the desk knows it elsewhere. */
export const addConfidentialInput = z.object({
  id: sourceId,
  name: requiredName(300, 'source.pseudonymMissing'),
  role: optionalText(300),
  parentId: sourceId.nullish().transform((id) => id ?? null),
  whyUnnamed: requiredText(2000, 'source.whyUnnamedMissing'),
  approvedById: z.string('source.approverMissing').min(1, 'source.approverMissing').pipe(userId),
  identity: optionalText(MAX_IDENTITY),
})

/** The identity that stands from now on in the place of the one before; null takes it away for good. */
export const sealIdentityInput = z.object({
  id: sourceId,
  version: seenVersion,
  identity: requiredText(MAX_IDENTITY, 'source.identityEmpty').nullable(),
})

/** `lookId` is made anew for each look, so that no two looks are one command. */
export const seeIdentityInput = z.object({ id: sourceId, lookId: z.uuid('invalidId') })

import type { OneTimeLinkKind } from '@/prisma/generated/enums'

const PAGE = { INVITATION: 'invitation', JOIN: 'join', PASSWORD_RESET: 'reset', SETUP: 'setup' } as const

/** Where a link of this token opens. */
export const linkPath = (kind: OneTimeLinkKind, token: string): string => `/${PAGE[kind]}/${token}`

import { z } from 'zod'
import { articleId, auditEventId, claimId } from '@/lib/ids'

/** Every action that leaves a trace, with the kind of thing that it is about. */
export const AUDIT_ACTIONS = {
  'user:setUp': 'user',
  'user:invite': 'user',
  'user:acceptInvitation': 'user',
  'user:issueResetLink': 'user',
  'user:resetPassword': 'user',
  'user:rename': 'user',
  'user:changePassword': 'user',
  'user:signOutEverywhere': 'user',
  'project:create': 'project',
  'membership:setRole': 'membership',
  'membership:end': 'membership',
  'membership:restore': 'membership',
  'source:add': 'source',
  'article:import': 'article',
  'article:edit': 'article',
  'article:addVersion': 'article',
  'article:archive': 'article',
  'article:unarchive': 'article',
  'article:finishMarking': 'article',
  'article:resumeMarking': 'article',
  'claim:mark': 'claim',
  'claim:edit': 'claim',
  'claim:move': 'claim',
  'claim:delete': 'claim',
  'claim:restoreDeleted': 'claim',
  'claim:undo': 'claim',
  'claim:assign': 'claim',
  'claim:plan': 'claim',
  'claim:start': 'claim',
  'claim:submit': 'claim',
  'claim:withdraw': 'claim',
  'claim:return': 'claim',
  'claim:approve': 'claim',
  'claim:reopen': 'claim',
  'claim:drop': 'claim',
  'claim:restore': 'claim',
  'attribution:save': 'attribution',
  'attribution:remove': 'attribution',
  'figure:save': 'figure',
  'figure:remove': 'figure',
  'warning:save': 'warning',
  'warning:remove': 'warning',
  'evidence:save': 'evidence',
  'evidence:withdraw': 'evidence',
  'evidence:restore': 'evidence',
  'verdict:record': 'verdict',
  'comment:add': 'comment',
  'notice:markRead': 'notice',
} as const

export type AuditAction = keyof typeof AUDIT_ACTIONS

/** What a command tells the audit log about itself. `before` and `after` are whole states, as JSON. */
export const auditEntry = z.object({
  entityId: z.uuid(),
  articleId: articleId.nullish(),
  claimId: claimId.nullish(),
  before: z.json().nullish(),
  after: z.json().nullish(),
  reason: z.string().nullish(),
  undoesId: auditEventId.nullish(),
  projectId: z.uuid().nullish(),
})

/** True for an action of the table: rows of the log hold them as plain texts. */
export const isAuditAction = (action: string): action is AuditAction => Object.hasOwn(AUDIT_ACTIONS, action)

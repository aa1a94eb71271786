import { z } from 'zod'
import { articleId, auditEventId, claimId } from '@/lib/ids'

/** Every action that leaves a trace, with the kind of thing that it is about. */
export const AUDIT_ACTIONS = {
  'user:setUp': 'user',
  'user:invite': 'user',
  'user:renewInvitation': 'user',
  'user:acceptInvitation': 'user',
  'user:joinProject': 'user',
  'user:issueResetLink': 'user',
  'user:resetPassword': 'user',
  'user:readLinkNotices': 'user',
  'user:rename': 'user',
  'user:changePassword': 'user',
  'user:signOutEverywhere': 'user',
  'project:create': 'project',
  'membership:setRole': 'membership',
  'membership:end': 'membership',
  'membership:restore': 'membership',
  'source:add': 'source',
  'source:edit': 'source',
  'source:judge': 'source',
  'source:merge': 'source',
  'source:undoMerge': 'source',
  'source:addConfidential': 'source',
  'source:sealIdentity': 'source',
  'source:seeIdentity': 'source',
  'key:rotate': 'installationKey',
  'key:reseal': 'installationKey',
  'key:giveUp': 'installationKey',
  'event:save': 'event',
  'event:remove': 'event',
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
  'attribution:copy': 'attribution',
  'figure:save': 'figure',
  'figure:remove': 'figure',
  'warning:save': 'warning',
  'warning:remove': 'warning',
  'evidence:save': 'evidence',
  'evidence:withdraw': 'evidence',
  'evidence:restore': 'evidence',
  'reply:save': 'reply',
  'reply:remove': 'reply',
  'passage:decide': 'passage',
  'passage:takeBack': 'passage',
  'claim:link': 'claimLink',
  'claim:unlink': 'claimLink',
  'origins:decide': 'originDecision',
  'origins:takeBack': 'originDecision',
  'verdict:record': 'verdict',
  'comment:add': 'comment',
  'notice:markRead': 'notice',
} as const

export type AuditAction = keyof typeof AUDIT_ACTIONS

/**
 * The commands that change who may do what, and so take turns before their own actor's rights are read: of two admins who demote each
 * other the second is an admin no more, and neither waits for the other for ever. `team`: the memberships of the actor's project. `people`:
 * also accounts of others. `self`: the actor's own account. `link`: whoever holds a link acts by its grounds, which are held when it is
 * spent, not by rights of their own.
 */
export const TAKES_TURNS: Partial<Record<AuditAction, 'team' | 'people' | 'self' | 'link'>> = {
  'membership:setRole': 'team',
  'membership:end': 'team',
  'membership:restore': 'team',
  'user:invite': 'people',
  'user:renewInvitation': 'people',
  'user:issueResetLink': 'people',
  'user:rename': 'self',
  'user:changePassword': 'self',
  'user:signOutEverywhere': 'self',
  'user:acceptInvitation': 'link',
  'user:joinProject': 'link',
  'user:resetPassword': 'link',
  'user:setUp': 'link',
}
export type Turn = NonNullable<(typeof TAKES_TURNS)[AuditAction]>

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

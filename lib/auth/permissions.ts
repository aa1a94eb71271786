import { DomainError, type Reason } from '@/lib/errors'
import type { Role } from '@/prisma/generated/enums'

/** What is known of an actor when permission is asked for. Facts that do not apply are left out and count as false. */
export type PermissionFacts = {
  role: Role | null
  isOwner?: boolean
  isAssignee?: boolean
  isReviewer?: boolean
  isMarker?: boolean
  /** The claim is assigned to somebody else. */
  isTaken?: boolean
}

const RANK: Record<Role, number> = {
  VIEWER: 0,
  CHECKER: 1,
  EDITOR: 2,
  ADMIN: 3,
}
const atLeast = (role: Role) => (facts: PermissionFacts) => facts.role !== null && RANK[facts.role] >= RANK[role]

const PREDICATES = {
  member: atLeast('VIEWER'),
  checker: atLeast('CHECKER'),
  editor: atLeast('EDITOR'),
  admin: atLeast('ADMIN'),
  owner: (facts: PermissionFacts) => facts.isOwner === true,
  assignee: (facts: PermissionFacts) => facts.isAssignee === true,
  notAssignee: (facts: PermissionFacts) => facts.isAssignee !== true,
  reviewer: (facts: PermissionFacts) => facts.isReviewer === true,
  marker: (facts: PermissionFacts) => facts.isMarker === true,
  untaken: (facts: PermissionFacts) => facts.isTaken !== true,
}
type Predicate = keyof typeof PREDICATES

/** Alternatives; of one alternative every predicate must hold. */
export type PermissionRule = readonly (readonly Predicate[])[]

const EDITOR: PermissionRule = [['editor']]
const ADMIN: PermissionRule = [['admin']]
const OWNER: PermissionRule = [['owner']]
const CHECKER: PermissionRule = [['checker']]
const WORKS_ON_CLAIM: PermissionRule = [['checker', 'assignee'], ['editor']]
const MADE_THE_MARK: PermissionRule = [['checker', 'marker'], ['checker', 'assignee'], ['editor']]

// A mark is not taken away beneath the work of somebody else.
const MAY_TAKE_AWAY: PermissionRule = [['checker', 'marker', 'untaken'], ['checker', 'assignee'], ['editor']]

/** Who may do what, on one screen. The moves of the review stand in lib/review/workflow.ts, in the same terms. */
export const PERMISSIONS = {
  'project:read': [['member']],
  'project:create': OWNER,
  'user:disable': OWNER,
  'user:enable': OWNER,
  'user:invite': ADMIN,
  'user:issueResetLink': OWNER,
  'installation:read': OWNER,
  'membership:setRole': ADMIN,
  'membership:end': ADMIN,
  'membership:restore': ADMIN,
  'source:add': CHECKER,
  'source:edit': CHECKER,
  'source:judge': CHECKER,
  'source:merge': EDITOR,
  'source:undoMerge': EDITOR,
  'source:setPart': EDITOR,
  'source:removePart': EDITOR,
  'source:addConfidential': EDITOR,
  'source:sealIdentity': EDITOR,
  'source:seeIdentity': EDITOR,
  'event:save': CHECKER,
  'event:remove': EDITOR,
  'article:import': EDITOR,
  'article:edit': EDITOR,
  'article:addVersion': EDITOR,
  'article:archive': EDITOR,
  'article:unarchive': EDITOR,
  'article:finishMarking': EDITOR,
  'article:resumeMarking': EDITOR,
  'claim:mark': CHECKER,
  'claim:edit': MADE_THE_MARK,
  'claim:move': MADE_THE_MARK,
  'claim:delete': MAY_TAKE_AWAY,
  'claim:undo': CHECKER,
  'claim:plan': EDITOR,
  'attribution:save': WORKS_ON_CLAIM,
  'attribution:remove': WORKS_ON_CLAIM,
  'attribution:copy': WORKS_ON_CLAIM,
  'figure:save': WORKS_ON_CLAIM,
  'figure:remove': WORKS_ON_CLAIM,
  'warning:save': WORKS_ON_CLAIM,
  'warning:remove': WORKS_ON_CLAIM,
  'evidence:save': WORKS_ON_CLAIM,
  'evidence:attribute': WORKS_ON_CLAIM,
  'evidence:withdraw': WORKS_ON_CLAIM,
  'evidence:restore': WORKS_ON_CLAIM,
  'reply:save': WORKS_ON_CLAIM,
  'reply:remove': WORKS_ON_CLAIM,
  'passage:decide': CHECKER,
  'passage:takeBack': CHECKER,
  'claim:link': WORKS_ON_CLAIM,
  'claim:unlink': WORKS_ON_CLAIM,
  'origins:decide': WORKS_ON_CLAIM,
  'origins:takeBack': WORKS_ON_CLAIM,
  'verdict:record': WORKS_ON_CLAIM,
  'comment:add': CHECKER,
  'job:read': EDITOR,
  'job:retry': [['admin'], ['owner']],
} as const satisfies Record<string, PermissionRule>

export type Permission = keyof typeof PERMISSIONS

/** True when one alternative holds altogether. */
export const holds = (who: PermissionRule, facts: PermissionFacts): boolean =>
  who.some((alternative) => alternative.every((predicate) => PREDICATES[predicate](facts)))

/** Why the actor may not: what the alternatives nearest to being met still lack; empty when it is allowed. */
export function whoRefusals(who: PermissionRule, facts: PermissionFacts): Reason[] {
  const lacking = who.map((alternative) => alternative.filter((predicate) => !PREDICATES[predicate](facts)))
  const fewest = Math.min(...lacking.map((predicates) => predicates.length))
  const nearest = lacking.filter((predicates) => predicates.length === fewest).flat()
  return [...new Set(nearest)].map((predicate) => ({
    key: `permission.${predicate}`,
  }))
}

export const permissionRefusals = (permission: Permission, facts: PermissionFacts): Reason[] =>
  whoRefusals(PERMISSIONS[permission], facts)

// The installation's owner is an outsider too in a project of which they are no member.
const isOutsider = (who: PermissionRule, { role, isOwner }: PermissionFacts) =>
  role === null && !(isOwner && who.some((alternative) => alternative.includes('owner')))

/** Throws `forbidden` with who may. An outsider is told that there is nothing (404). */
export function authorise(permission: Permission, facts: PermissionFacts): void {
  if (isOutsider(PERMISSIONS[permission], facts)) throw new DomainError('not-found', [{ key: 'notFound' }])
  const reasons = permissionRefusals(permission, facts)
  if (reasons.length > 0) throw new DomainError('forbidden', reasons)
}

import { describe, expect, test } from 'vitest'
import { DomainError } from '@/lib/errors'
import { Role } from '@/prisma/generated/enums'
import { authorise, holds, PERMISSIONS, type Permission, type PermissionFacts, permissionRefusals } from './permissions'

/** The lowest role that may, by itself; null where no role suffices. */
const LOWEST: Record<Permission, Role | null> = {
  'project:read': 'VIEWER',
  'project:create': null,
  'user:disable': null,
  'user:enable': null,
  'user:invite': 'ADMIN',
  'user:issueResetLink': null,
  'installation:read': null,
  'membership:setRole': 'ADMIN',
  'membership:end': 'ADMIN',
  'membership:restore': 'ADMIN',
  'source:add': 'CHECKER',
  'source:edit': 'CHECKER',
  'source:judge': 'CHECKER',
  'source:merge': 'EDITOR',
  'source:undoMerge': 'EDITOR',
  'source:setPart': 'EDITOR',
  'source:removePart': 'EDITOR',
  'source:addConfidential': 'EDITOR',
  'source:sealIdentity': 'EDITOR',
  'source:seeIdentity': 'EDITOR',
  'event:save': 'CHECKER',
  'event:remove': 'EDITOR',
  'article:import': 'EDITOR',
  'article:edit': 'EDITOR',
  'article:addVersion': 'EDITOR',
  'article:archive': 'EDITOR',
  'article:unarchive': 'EDITOR',
  'article:finishMarking': 'EDITOR',
  'article:resumeMarking': 'EDITOR',
  'claim:mark': 'CHECKER',
  'claim:edit': 'EDITOR',
  'claim:move': 'EDITOR',
  'claim:delete': 'EDITOR',
  'claim:undo': 'CHECKER',
  'claim:plan': 'EDITOR',
  'attribution:save': 'EDITOR',
  'attribution:remove': 'EDITOR',
  'figure:save': 'EDITOR',
  'figure:remove': 'EDITOR',
  'warning:save': 'EDITOR',
  'warning:remove': 'EDITOR',
  'evidence:save': 'EDITOR',
  'evidence:attribute': 'EDITOR',
  'evidence:withdraw': 'EDITOR',
  'evidence:restore': 'EDITOR',
  'attribution:copy': 'EDITOR',
  'reply:save': 'EDITOR',
  'reply:remove': 'EDITOR',
  'passage:decide': 'CHECKER',
  'passage:takeBack': 'CHECKER',
  'claim:link': 'EDITOR',
  'claim:unlink': 'EDITOR',
  'origins:decide': 'EDITOR',
  'origins:takeBack': 'EDITOR',
  'verdict:record': 'EDITOR',
  'comment:add': 'CHECKER',
  'job:read': 'EDITOR',
  'job:retry': 'ADMIN',
}
const ROLES = Object.values(Role)
const permissions = Object.keys(PERMISSIONS) as Permission[]

describe('PERMISSIONS', () => {
  test.each(permissions)('%s begins at its role and holds for every higher one', (permission) => {
    const lowest = LOWEST[permission]
    for (const role of ROLES) {
      const expected = lowest !== null && ROLES.indexOf(role) >= ROLES.indexOf(lowest)
      expect(holds(PERMISSIONS[permission], { role }), role).toBe(expected)
    }
  })

  test.each(permissions)('%s is refused to outsiders, whatever else is true of them', (permission) => {
    const facts: PermissionFacts = { role: null, isAssignee: true, isMarker: true, isReviewer: true }
    expect(holds(PERMISSIONS[permission], facts)).toBe(false)
    expect(() => authorise(permission, facts)).toThrow(expect.objectContaining({ code: 'not-found' }))
  })

  test('a checker works on the claims assigned to them, a viewer not even on those', () => {
    expect(holds(PERMISSIONS['evidence:save'], { role: 'CHECKER', isAssignee: true })).toBe(true)
    expect(holds(PERMISSIONS['evidence:save'], { role: 'VIEWER', isAssignee: true })).toBe(false)
  })

  test('who is refused hears what is missing', () => {
    expect(permissionRefusals('user:invite', { role: 'EDITOR' })).toEqual([{ key: 'permission.admin' }])
    expect(() => authorise('user:invite', { role: 'EDITOR' })).toThrow(DomainError)
    expect(permissionRefusals('user:invite', { role: 'ADMIN' })).toEqual([])
  })

  test('only the owner creates projects, with or without a role', () => {
    expect(holds(PERMISSIONS['project:create'], { role: null, isOwner: true })).toBe(true)
    expect(holds(PERMISSIONS['project:create'], { role: 'ADMIN', isOwner: false })).toBe(false)
  })
})

import { listActivity } from '@/lib/audit/queries'
import { disableUser, enableUser } from '@/lib/auth/commands/disable-user'
import { endOtherSessions } from '@/lib/auth/commands/end-session'
import { issueResetLink } from '@/lib/auth/commands/issue-reset-link'
import { readLinkNotices } from '@/lib/auth/commands/link-notices'
import { renameSelf, signOutEverywhere } from '@/lib/auth/commands/own-account'
import { listOwners, listPeople } from '@/lib/auth/queries/people'
import { listSignIns } from '@/lib/auth/queries/sign-ins'
import { newId } from '@/lib/ids'
import { markNoticesRead } from '@/lib/notices/commands'
import { listNotices } from '@/lib/notices/queries'
import { endMembership, restoreMembership, setRole } from '@/lib/projects/commands/change-membership'
import { createProject } from '@/lib/projects/commands/create-project'
import { inviteMember, renewInvitation } from '@/lib/projects/commands/hand-out-link'
import { listMembers, listRatings } from '@/lib/projects/queries'
import { once } from '@/seeds/builders'
import type { Entries } from '@/seeds/matrix/entries'

const BY_LINK = 'opened by the token of a link, whoever asks: tried beside the code with links of every kind'
const SIGNING_IN = 'before anybody is signed in: it knows no project'

export const AUDIT: Entries = {
  queries: { listActivity: { call: (ctx, { claims }) => listActivity(ctx, claims.inReview.id) } },
}

export const AUTH: Entries = {
  commands: {
    renameSelf: { may: 'self', call: (ctx) => renameSelf(ctx, { ...once(), name: 'Une personne' }) },
    signOutEverywhere: { may: 'self', call: (ctx) => signOutEverywhere(ctx, once()) },
    readLinkNotices: { may: 'self', call: (ctx) => readLinkNotices(ctx, { ...once(), ids: [] }) },
    endOtherSessions: { may: 'self', call: (ctx) => endOtherSessions(ctx, once()) },
    disableUser: {
      may: 'user:disable',
      call: (ctx, { checker2 }) => disableUser(ctx, { ...once(), id: checker2.userId }),
    },
    enableUser: {
      may: 'user:enable',
      meets: 'auth.notDisabled',
      call: (ctx, { checker2 }) => enableUser(ctx, { ...once(), id: checker2.userId }),
    },
    issueResetLink: {
      may: 'user:issueResetLink',
      meets: 'auth.resetNoPassword',
      call: (ctx, { checker2 }) => issueResetLink(ctx, { ...once(), userId: checker2.userId, reason: 'x' }),
    },
  },
  queries: {
    listOwners: { call: listOwners, bare: true },
    listPeople: { may: 'installation:read', call: listPeople },
    listSignIns: { may: 'installation:read', call: (ctx) => listSignIns(ctx) },
  },
  exempt: {
    changePassword: 'asks the old password of one’s own account, and is limited outside of its transaction',
    acceptInvitation: BY_LINK,
    resetPassword: BY_LINK,
    findLink: BY_LINK,
    signIn: SIGNING_IN,
    askForReset: SIGNING_IN,
    sendAskedReset: SIGNING_IN,
    countResetAsking: SIGNING_IN,
    findLinkById: 'a step of sending a link, by the worker',
    findLinkMails: 'a step of the lists of members and of people, for those of their links',
    countAttempt: SIGNING_IN,
    ensureSetupLink: 'done by the start alone, while there is no account',
    ensureUser: 'done by the start alone, for the demo team',
    insertSetUpLink: 'done by the start alone, while there is no account',
    openLink: BY_LINK,
    findKeptToken: 'a step of sending a link, and of handing one out',
    findTokenOfCommand: 'a step of the commands that hand out a link, for the link that they have just made',
    areOneHand: 'a step of approving and of its button, about two people whom these have found in the project',
    asHolder: BY_LINK,
    joinProject: BY_LINK,
    listLinkNotices: 'one’s own notices, by the ids of one’s own session',
    findSession: 'says who is signed in, by the session’s own token',
    beginSession: SIGNING_IN,
    endSession: 'one’s own session by its id: tried beside the code, with those of others too',
    endSessionByToken: 'by the session’s own token, whoever holds it',
    touchSession: 'a step of asking who is signed in, for the session that this has found',
    removeOldSessions: 'a step of beginning a session; it takes away what has long been over',
    recordFailure: SIGNING_IN,
    recordLock: SIGNING_IN,
    BoundedQueue: 'counts works, and knows none of them',
    listOwnSessions: 'one’s own sessions, by the id of one’s own session',
    listOwnSignIns: 'one’s own sign-ins, by the id of one’s own session',
    countUnreadNotices: 'a number for the frame of the signed-in person, asked with the ids of their own session',
  },
}

export const NOTICES: Entries = {
  commands: { markNoticesRead: { may: 'project:read', own: true, call: (ctx) => markNoticesRead(ctx, once()) } },
  queries: {
    listNotices: { call: (ctx) => listNotices(ctx), bare: true },
  },
}

export const PROJECTS: Entries = {
  commands: {
    createProject: {
      may: 'project:create',
      own: true,
      call: (ctx) => createProject(ctx, { ...once(), id: newId(), name: 'Neuf', kind: 'LIVE', timeZone: 'Asia/Kabul' }),
    },
    setRole: {
      may: 'membership:setRole',
      call: (ctx, { checker2 }) => setRole(ctx, { ...once(), id: checker2.membershipId, version: 1, role: 'VIEWER' }),
    },
    endMembership: {
      may: 'membership:end',
      call: (ctx, { checker2 }) => endMembership(ctx, { ...once(), id: checker2.membershipId, version: 1 }),
    },
    restoreMembership: {
      may: 'membership:restore',
      meets: 'team.notEnded',
      call: (ctx, { checker2 }) => restoreMembership(ctx, { ...once(), id: checker2.membershipId, version: 1 }),
    },
    inviteMember: {
      may: 'user:invite',
      own: true,
      call: (ctx) =>
        inviteMember(ctx, {
          ...{ ...once(), id: newId(), userId: newId(), name: 'Une invitée', email: 'new@recoupe.example' },
          role: 'CHECKER',
        }),
    },
    renewInvitation: {
      may: 'user:invite',
      meets: 'team.hasJoined',
      call: (ctx, { checker2 }) => renewInvitation(ctx, { ...once(), id: checker2.membershipId }),
    },
  },
  queries: {
    listRatings: { call: listRatings },
    listMembers: { call: listMembers },
  },
  exempt: {
    setUp: BY_LINK,
  },
}

import { newId } from '@/lib/ids'
import { approveClaim } from '@/lib/review/commands/approve'
import { assignClaim, planClaim } from '@/lib/review/commands/assign'
import {
  dropClaim,
  reopenClaim,
  restoreClaim,
  returnClaim,
  startChecking,
  submitClaim,
  withdrawClaim,
} from '@/lib/review/commands/moves'
import { listAssignable, listWhoChecks } from '@/lib/review/queries/assignable'
import { getDesk } from '@/lib/review/queries/desk'
import { getReviewOptions, getReviewOptionsOf } from '@/lib/review/queries/review-options'
import { findWorkbenchClaim, listWorkbenchChanges, listWorkbenchClaims } from '@/lib/review/queries/workbench'
import { getClaimGraph } from '@/lib/verdicts/queries/claim-graph'
import { once } from '@/seeds/builders'
import type { Entries } from '@/seeds/matrix/entries'

const named = (id: string) => ({ ...once(), id })
const given = (id: string, assigneeId: string) => ({
  ...{ ...named(id), assignmentId: newId(), assigneeId, reviewerId: null, reason: 'x' },
})

export const REVIEW: Entries = {
  commands: {
    assignClaim: [
      {
        may: 'move:assign',
        call: (ctx, things) => assignClaim(ctx, given(things.claims.open.id, things.editor.userId)),
      },
      {
        may: 'move:take',
        // Whoever has no account is nobody to give it to.
        call: (ctx, things) => assignClaim(ctx, given(things.claims.open.id, ctx.actor.userId ?? things.editor.userId)),
        meets: 'review.assigneeNotActive',
      },
      {
        may: 'move:reassign',
        call: (ctx, things) => assignClaim(ctx, given(things.claims.checking.id, things.editor.userId)),
      },
    ],
    planClaim: {
      may: 'claim:plan',
      call: (ctx, { claims }) => planClaim(ctx, { ...named(claims.checking.id), reviewerId: null }),
    },
    startChecking: {
      may: 'move:start',
      claim: 'assigned',
      call: (ctx, { claims }) => startChecking(ctx, named(claims.assigned.id)),
    },
    submitClaim: {
      may: 'move:submit',
      claim: 'checking',
      // The desk has added to it since its verdict.
      meets: 'review.ownVerdictNeeded',
      call: (ctx, { claims }) => submitClaim(ctx, named(claims.checking.id)),
    },
    withdrawClaim: {
      may: 'move:withdraw',
      claim: 'inReview',
      call: (ctx, { claims }) => withdrawClaim(ctx, named(claims.inReview.id)),
    },
    returnClaim: {
      may: 'move:return',
      claim: 'inReview',
      call: (ctx, { claims }) => returnClaim(ctx, { ...named(claims.inReview.id), commentId: newId(), comment: 'x' }),
    },
    approveClaim: {
      may: 'move:approve',
      claim: 'inReview',
      call: (ctx, { claims: { inReview } }) =>
        approveClaim(ctx, {
          ...{ ...named(inReview.id), verdictId: inReview.verdictId ?? '', claimRevision: inReview.revision },
          singleSourceKind: 'OTHER',
          singleSourceReason: 'x',
        }),
    },
    reopenClaim: {
      may: 'move:reopen',
      call: (ctx, { claims }) => reopenClaim(ctx, { ...named(claims.approved.id), reason: 'x' }),
    },
    dropClaim: {
      may: 'move:drop',
      call: (ctx, { claims }) => dropClaim(ctx, { ...named(claims.open.id), reason: 'x' }),
    },
    restoreClaim: {
      may: 'move:restore',
      call: (ctx, { claims }) => restoreClaim(ctx, { ...named(claims.dropped.id), reason: 'x' }),
    },
  },
  queries: {
    listAssignable: { call: listAssignable },
    listWhoChecks: { call: listWhoChecks },
    getDesk: { call: (ctx) => getDesk(ctx) },
    getReviewOptionsOf: {
      call: async (ctx, { claims }) => getReviewOptionsOf(ctx, await getClaimGraph(ctx, claims.inReview.id)),
    },
    getReviewOptions: { call: (ctx, { claims }) => getReviewOptions(ctx, claims.inReview.id) },
    listWorkbenchClaims: { call: (ctx, { article }) => listWorkbenchClaims(ctx, article.id, article.versionId) },
    findWorkbenchClaim: { call: (ctx, { article, claims }) => findWorkbenchClaim(ctx, article.id, claims.checking.id) },
    listWorkbenchChanges: {
      call: (ctx, { article, history }) =>
        listWorkbenchChanges(ctx, { articleId: article.id, versionId: article.versionId, since: history }),
    },
  },
}

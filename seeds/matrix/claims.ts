import { deleteClaim, restoreDeleted } from '@/lib/claims/commands/delete-claim'
import { editClaim } from '@/lib/claims/commands/edit-claim'
import { markClaim } from '@/lib/claims/commands/mark-claim'
import { moveClaim } from '@/lib/claims/commands/move-claim'
import { getClaim, listClaimsOfArticle } from '@/lib/claims/queries'
import { nameFilters } from '@/lib/claims/queries/filter-names'
import { eachFoundClaim, findClaims } from '@/lib/claims/queries/find-claims'
import { addComment } from '@/lib/comments/commands'
import { listComments } from '@/lib/comments/queries'
import { newId } from '@/lib/ids'
import { redoLastStep } from '@/lib/steps/commands/redo-last-step'
import { undoLastStep } from '@/lib/steps/commands/undo-last-step'
import { nextOwnSteps } from '@/lib/steps/queries/own-steps'
import { once, placeOf } from '@/seeds/builders'
import type { Entries } from '@/seeds/matrix/entries'
import type { Things } from '@/seeds/matrix/things'

const words = { category: 'OTHER', checked: 'CONTENT', wording: 'x' } as const
const place = ({ article }: Things) => [{ id: newId(), ...placeOf(article.text, 'morts') }]
const seen = ({ id, version }: { id: string; version: number }) => ({ ...once(), id, version })

export const CLAIMS: Entries = {
  commands: {
    markClaim: {
      may: 'claim:mark',
      call: (ctx, things) =>
        markClaim(ctx, {
          ...{ ...once(), id: newId(), articleId: things.article.id, versionId: things.article.versionId },
          ...{ ...words, spans: place(things) },
        }),
    },
    editClaim: {
      may: 'claim:edit',
      claim: 'open',
      call: (ctx, { claims }) => editClaim(ctx, { ...seen(claims.open), ...words }),
    },
    moveClaim: {
      may: 'claim:move',
      claim: 'open',
      call: (ctx, things) =>
        moveClaim(ctx, {
          ...{ ...seen(things.claims.open), versionId: things.article.versionId, spans: place(things) },
        }),
    },
    deleteClaim: {
      may: 'claim:delete',
      claim: 'open',
      call: (ctx, { claims }) => deleteClaim(ctx, seen(claims.open)),
    },
    restoreDeleted: {
      may: 'claim:delete',
      claim: 'deleted',
      call: (ctx, { claims }) => restoreDeleted(ctx, seen(claims.deleted)),
    },
  },
  queries: {
    getClaim: { call: (ctx, { claims }) => getClaim(ctx, claims.checking.id) },
    findClaims: { call: (ctx) => findClaims(ctx) },
    eachFoundClaim: { call: async (ctx) => (await eachFoundClaim(ctx).next()).value ?? null },
    nameFilters: {
      call: (ctx, { article, sources, parts }) =>
        nameFilters(ctx, { articleId: article.id, sourceId: sources.person, eventId: parts.event }),
    },
    listClaimsOfArticle: { call: (ctx, { article }) => listClaimsOfArticle(ctx, article.id) },
  },
}

export const STEPS: Entries = {
  commands: {
    undoLastStep: {
      may: 'claim:undo',
      // One undoes steps of one's own alone.
      meets: 'claim.nothingToUndo',
      elsewhere: 'refused',
      call: (ctx, { article, claims }) =>
        undoLastStep(ctx, { ...once(), articleId: article.id, claimId: claims.open.id }),
    },
    redoLastStep: {
      may: 'claim:undo',
      meets: 'claim.nothingToRedo',
      elsewhere: 'refused',
      call: (ctx, { article }) => redoLastStep(ctx, { ...once(), articleId: article.id }),
    },
  },
  queries: {
    // What one did oneself, and nobody else's.
    nextOwnSteps: { bare: true, call: (ctx, { article }) => nextOwnSteps(ctx, article.id) },
  },
}

export const COMMENTS: Entries = {
  commands: {
    addComment: {
      may: 'comment:add',
      call: (ctx, { claims }) => addComment(ctx, { ...once(), id: newId(), claimId: claims.open.id, body: 'x' }),
    },
  },
  queries: { listComments: { call: (ctx, { claims }) => listComments(ctx, claims.checking.id) } },
}

import { copyAttribution } from '@/lib/attributions/commands/copy-attribution'
import { removeAttribution } from '@/lib/attributions/commands/remove-attribution'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import { listAttributions, listAttributionsOfArticle, listHopSpans } from '@/lib/attributions/queries'
import { findChainBefore, listProposals, withKnownSources } from '@/lib/attributions/queries/proposals'
import { getClaim } from '@/lib/claims/queries'
import { newId } from '@/lib/ids'
import { once } from '@/seeds/builders'
import type { Entries } from '@/seeds/matrix/entries'
import type { Things } from '@/seeds/matrix/things'

const hop = (sourceId: string) => ({ id: newId(), sourceId, speechAct: 'SAID' as const })
const chain = ({ claims, parts }: Things) => ({ ...once(), id: parts.chain, claimId: claims.checking.id, version: 1 })

export const ATTRIBUTIONS: Entries = {
  commands: {
    saveAttribution: [
      {
        may: 'attribution:save',
        claim: 'checking',
        call: (ctx, things) => saveAttribution(ctx, { ...chain(things), hops: [hop(things.sources.person)] }),
      },
      {
        may: 'attribution:save',
        claim: 'checking',
        call: (ctx, things) => saveAttribution(ctx, { ...chain(things), id: newId(), version: null, hops: [] }),
      },
    ],
    removeAttribution: {
      may: 'attribution:remove',
      claim: 'checking',
      call: (ctx, things) => removeAttribution(ctx, chain(things)),
    },
    copyAttribution: {
      may: 'attribution:copy',
      claim: 'assigned',
      call: (ctx, { parts, claims }) =>
        copyAttribution(ctx, {
          ...{ ...once(), id: parts.chain, targets: [{ claimId: claims.assigned.id, id: newId(), hopIds: [] }] },
        }),
    },
  },
  queries: {
    listAttributions: { call: (ctx, { claims }) => listAttributions(ctx, claims.checking.id) },
    listAttributionsOfArticle: { call: (ctx, { article }) => listAttributionsOfArticle(ctx, article.id) },
    listHopSpans: { call: (ctx, { claims }) => listHopSpans(ctx, claims.checking.id), bare: true },
    withKnownSources: { call: (ctx) => withKnownSources(ctx, []), bare: true },
    listProposals: {
      call: async (ctx, { claims }) => listProposals(ctx, await getClaim(ctx, claims.checking.id), []),
      bare: true,
    },
    findChainBefore: {
      call: async (ctx, { claims }) => findChainBefore(ctx, await getClaim(ctx, claims.approved.id)),
    },
  },
  exempt: {
    chainViews: 'draws the rows that its caller has read within the project, and reads only texts of that project',
  },
}

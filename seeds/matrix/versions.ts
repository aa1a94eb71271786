import { newId } from '@/lib/ids'
import { addVersion } from '@/lib/versions/commands/add-version'
import { letGoAnchoring, reopenAnchoring, takeAnchoring } from '@/lib/versions/commands/settle-anchoring'
import { countToSettle } from '@/lib/versions/queries/count-to-settle'
import { getEarlierText } from '@/lib/versions/queries/get-earlier-text'
import { getSettling } from '@/lib/versions/queries/get-settling'
import { listVersions } from '@/lib/versions/queries/list-versions'
import { previewVersion } from '@/lib/versions/queries/preview-version'
import { once } from '@/seeds/builders'
import type { Entries } from '@/seeds/matrix/entries'

const bytesOf = (text: string) => new TextEncoder().encode(text)

export const VERSIONS: Entries = {
  commands: {
    addVersion: {
      may: 'article:addVersion',
      call: (ctx, { article }) =>
        addVersion(ctx, { ...once(), id: newId(), articleId: article.id, bytes: bytesOf('Un autre texte.') }),
    },
    takeAnchoring: {
      may: 'claim:move',
      claim: 'changed',
      call: (ctx, { anchoring }) =>
        takeAnchoring(ctx, { ...once(), id: anchoring.id, place: { id: newId(), ...anchoring.place } }),
    },
    letGoAnchoring: {
      may: 'claim:move',
      claim: 'changed',
      call: (ctx, { anchoring }) => letGoAnchoring(ctx, { ...once(), id: anchoring.id }),
    },
    reopenAnchoring: {
      may: 'claim:move',
      claim: 'changed',
      call: (ctx, { anchoring }) => reopenAnchoring(ctx, { ...once(), id: anchoring.settledId }),
    },
  },
  queries: {
    listVersions: { call: (ctx, { article }) => listVersions(ctx, article.id) },
    countToSettle: { call: (ctx, { anchoring }) => countToSettle(ctx, anchoring.articleId), bare: true },
    getSettling: { call: (ctx, { anchoring }) => getSettling(ctx, anchoring.articleId) },
    getEarlierText: { call: (ctx, { article }) => getEarlierText(ctx, article.id, 1) },
    previewVersion: {
      may: 'article:addVersion',
      call: (ctx, { article }) => previewVersion(ctx, { articleId: article.id, bytes: bytesOf(article.text) }),
    },
  },
  exempt: {
    anchorApart:
      'a step of addVersion and previewVersion, which have authorised; it answers places in texts of the actor’s project',
  },
}

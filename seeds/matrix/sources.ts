import { newId } from '@/lib/ids'
import { addSource } from '@/lib/sources/commands/add-source'
import { addConfidentialSource, sealIdentity } from '@/lib/sources/commands/confidential-source'
import { editSource } from '@/lib/sources/commands/edit-source'
import { judgeSource } from '@/lib/sources/commands/judge-source'
import { mergeSources } from '@/lib/sources/commands/merge-sources'
import { seeIdentity } from '@/lib/sources/commands/see-identity'
import { removePart, setPart } from '@/lib/sources/commands/set-part'
import { undoMerge } from '@/lib/sources/commands/undo-merge'
import { findConfidential, listApprovers } from '@/lib/sources/queries/confidential'
import { findPublisher } from '@/lib/sources/queries/find-publisher'
import { getSource, listChildren, listMerges, listReliability } from '@/lib/sources/queries/get-source'
import { listSources } from '@/lib/sources/queries/list-sources'
import { getMergePreview } from '@/lib/sources/queries/merge-preview'
import { findNearSources } from '@/lib/sources/queries/near-sources'
import { listParts } from '@/lib/sources/queries/parts'
import { getFares, listSaid, listWarningsOfSource } from '@/lib/sources/queries/said'
import { searchSources } from '@/lib/sources/queries/search-sources'
import { listSharedNames } from '@/lib/sources/queries/shared-names'
import { once } from '@/seeds/builders'
import type { Entries } from '@/seeds/matrix/entries'
import { MARKER, type Things } from '@/seeds/matrix/things'

const pair = ({ sources }: Things) => [sources.twin, sources.double] as const

const OF_INSTALLATION = 'done by the start and by the keys’ own command alone, for the installation; no page reaches it'

export const SOURCES: Entries = {
  commands: {
    addSource: {
      may: 'source:add',
      own: true,
      call: (ctx) => addSource(ctx, { ...once(), id: newId(), kind: 'PERSON', name: 'Une nouvelle venue' }),
    },
    editSource: {
      may: 'source:edit',
      call: (ctx, { sources }) =>
        editSource(ctx, { ...once(), id: sources.person, version: 1, kind: 'PERSON', name: 'x', aliases: [] }),
    },
    judgeSource: {
      may: 'source:judge',
      call: (ctx, { sources }) =>
        judgeSource(ctx, {
          ...{ ...once(), id: newId(), sourceId: sources.person, grade: 'A', reason: 'x', judgedOn: '2021-08-21' },
        }),
    },
    mergeSources: {
      may: 'source:merge',
      call: (ctx, things) => {
        const [keptId, droppedId] = pair(things)
        return mergeSources(ctx, { ...once(), id: newId(), keptId, keptVersion: 1, droppedId, droppedVersion: 1 })
      },
    },
    undoMerge: {
      may: 'source:undoMerge',
      call: (ctx, { sources }) => undoMerge(ctx, { ...once(), id: sources.merge }),
    },
    setPart: {
      may: 'source:setPart',
      call: (ctx, things) => {
        const [sourceId, wholeId] = pair(things)
        return setPart(ctx, { ...once(), id: newId(), sourceId, wholeId })
      },
    },
    removePart: {
      may: 'source:removePart',
      call: (ctx, { sources }) => removePart(ctx, { ...once(), id: sources.part }),
    },
    addConfidentialSource: {
      may: 'source:addConfidential',
      elsewhere: 'invalid',
      call: (ctx, { editor }) =>
        addConfidentialSource(ctx, {
          ...{ ...once(), id: newId(), name: 'x', whyUnnamed: 'x', approvedById: editor.userId, identity: null },
        }),
    },
    sealIdentity: {
      may: 'source:sealIdentity',
      call: (ctx, { sources }) => sealIdentity(ctx, { ...once(), id: sources.confidential, version: 1, identity: 'x' }),
    },
    seeIdentity: {
      may: 'source:seeIdentity',
      call: (ctx, { sources }) => seeIdentity(ctx, { ...once(), id: sources.confidential, lookId: newId() }),
    },
  },
  queries: {
    findPublisher: { call: (ctx) => findPublisher(ctx, 'Une agence'), bare: true },
    getSource: { call: (ctx, { sources }) => getSource(ctx, sources.person) },
    listReliability: { call: (ctx, { sources }) => listReliability(ctx, sources.person) },
    listMerges: { call: (ctx, { sources }) => listMerges(ctx, sources.kept) },
    listChildren: { call: (ctx, { sources }) => listChildren(ctx, sources.person), bare: true },
    listParts: { call: (ctx, { sources }) => listParts(ctx, sources.kept) },
    listSources: { call: (ctx) => listSources(ctx) },
    listSharedNames: { call: (ctx) => listSharedNames(ctx), bare: true },
    searchSources: { call: (ctx) => searchSources(ctx, MARKER) },
    findNearSources: { call: (ctx) => findNearSources(ctx, { name: `${MARKER} personne`, kind: 'PERSON' }) },
    getMergePreview: { call: (ctx, things) => getMergePreview(ctx, ...pair(things)) },
    listSaid: { call: (ctx, { sources }) => listSaid(ctx, sources.person) },
    getFares: { call: (ctx, { sources }) => getFares(ctx, sources.person, ['SAID']), bare: true },
    listWarningsOfSource: { call: (ctx, { sources }) => listWarningsOfSource(ctx, sources.person) },
    findConfidential: { call: (ctx, { sources }) => findConfidential(ctx, sources.confidential) },
    listApprovers: { call: listApprovers, may: 'source:addConfidential' },
  },
  exempt: {
    ...{ checkIdentityKey: OF_INSTALLATION, readKeyState: OF_INSTALLATION, activateIdentityKey: OF_INSTALLATION },
    ...{ giveUpIdentities: OF_INSTALLATION, resealIdentities: OF_INSTALLATION, listInstallationKeys: OF_INSTALLATION },
    ...{ countSealed: OF_INSTALLATION, listSealed: OF_INSTALLATION },
  },
}

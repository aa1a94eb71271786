import { removeEvent, saveEvent } from '@/lib/events/commands'
import { findEventOfArticle, findEventPlace, getEvent, listEvents, searchEvents } from '@/lib/events/queries'
import { removeFigure, saveFigure } from '@/lib/figures/commands'
import {
  findPublishedOfClaim,
  listFigureChoices,
  listFigures,
  listFiguresOfArticle,
  listFiguresOfEvent,
  listFiguresOfEvents,
} from '@/lib/figures/queries'
import { newId } from '@/lib/ids'
import { removeReply, saveReply } from '@/lib/replies/commands'
import { listReplies, listRepliesOfArticle } from '@/lib/replies/queries'
import { removeWarning, saveWarning } from '@/lib/warnings/commands'
import { findWarning, listReferableWarnings, listWarningsOfArticle, listWarningsOfEvent } from '@/lib/warnings/queries'
import { once } from '@/seeds/builders'
import type { Entries } from '@/seeds/matrix/entries'
import type { Things } from '@/seeds/matrix/things'

const on = ({ claims }: Things, id: string) => ({ ...once(), id, claimId: claims.checking.id, version: 1 })
const figure = { measure: 'KILLED', verbatim: 'dix', qualifier: 'EXACT', best: 10 } as const
const reply = { outcome: 'NO_ANSWER', askedOn: null, note: null, answeredOn: null, answer: null } as const

export const EVENTS: Entries = {
  commands: {
    saveEvent: [
      {
        may: 'event:save',
        call: (ctx, { parts }) => saveEvent(ctx, { ...once(), id: parts.event, version: 1, title: 'x' }),
      },
      {
        may: 'event:save',
        own: true,
        call: (ctx) => saveEvent(ctx, { ...once(), id: newId(), version: null, title: 'Un événement' }),
      },
    ],
    removeEvent: {
      may: 'event:remove',
      call: (ctx, { parts }) => removeEvent(ctx, { ...once(), id: parts.emptyEvent, version: 1 }),
    },
  },
  queries: {
    searchEvents: { call: (ctx) => searchEvents(ctx) },
    listEvents: { call: (ctx) => listEvents(ctx) },
    findEventOfArticle: { call: (ctx, { article }) => findEventOfArticle(ctx, article.id) },
    getEvent: { call: (ctx, { parts }) => getEvent(ctx, parts.event) },
    findEventPlace: { call: (ctx, { parts }) => findEventPlace(ctx, parts.event) },
  },
}

export const FIGURES: Entries = {
  commands: {
    saveFigure: [
      {
        may: 'figure:save',
        claim: 'checking',
        call: (ctx, things) => saveFigure(ctx, { ...on(things, things.parts.figure), ...figure }),
      },
      {
        may: 'figure:save',
        claim: 'checking',
        call: (ctx, things) => saveFigure(ctx, { ...on(things, newId()), version: null, ...figure }),
      },
    ],
    removeFigure: {
      may: 'figure:remove',
      claim: 'checking',
      call: (ctx, things) => removeFigure(ctx, on(things, things.parts.figure)),
    },
  },
  queries: {
    listFigures: { call: (ctx, { claims }) => listFigures(ctx, claims.checking.id) },
    listFiguresOfArticle: { call: (ctx, { article }) => listFiguresOfArticle(ctx, article.id) },
    listFiguresOfEvent: { call: (ctx, { parts }) => listFiguresOfEvent(ctx, parts.event) },
    listFiguresOfEvents: { call: (ctx, { parts }) => listFiguresOfEvents(ctx, [parts.event]) },
    listFigureChoices: { call: (ctx, { claims, parts }) => listFigureChoices(ctx, claims.open.id, parts.event) },
    findPublishedOfClaim: { call: (ctx, { claims }) => findPublishedOfClaim(ctx, claims.checking.id), bare: true },
  },
}

export const WARNINGS: Entries = {
  commands: {
    saveWarning: {
      may: 'warning:save',
      claim: 'checking',
      call: (ctx, things) => saveWarning(ctx, { ...on(things, things.parts.warning), audience: 'x' }),
    },
    removeWarning: {
      may: 'warning:remove',
      claim: 'checking',
      call: (ctx, things) => removeWarning(ctx, on(things, things.parts.warning)),
    },
  },
  queries: {
    findWarning: { call: (ctx, { claims }) => findWarning(ctx, claims.checking.id) },
    listWarningsOfArticle: { call: (ctx, { article }) => listWarningsOfArticle(ctx, article.id) },
    listWarningsOfEvent: { call: (ctx, { parts }) => listWarningsOfEvent(ctx, parts.event) },
    listReferableWarnings: { call: (ctx, { claims }) => listReferableWarnings(ctx, claims.open.id) },
  },
}

export const REPLIES: Entries = {
  commands: {
    saveReply: {
      may: 'reply:save',
      claim: 'checking',
      call: (ctx, things) =>
        saveReply(ctx, { ...on(things, things.parts.reply), sourceId: things.sources.person, ...reply }),
    },
    removeReply: {
      may: 'reply:remove',
      claim: 'checking',
      call: (ctx, things) => removeReply(ctx, on(things, things.parts.reply)),
    },
  },
  queries: {
    listReplies: { call: (ctx, { claims }) => listReplies(ctx, claims.checking.id) },
    listRepliesOfArticle: { call: (ctx, { article }) => listRepliesOfArticle(ctx, article.id) },
  },
}

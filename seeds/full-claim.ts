import type { Db } from '@/lib/db'
import { newId } from '@/lib/ids'
import { anArticle, aProject, reviseWith } from '@/seeds/builders'
import { claimChecking } from '@/seeds/scenarios'

const day = new Date('2021-08-26')

/** A claim of which one part of each kind has something in every column. */
export async function aFullClaim(db: Db) {
  const people = await aProject(db)
  const { project, ratings } = people
  const desk = { editor: people.editor.ctx, checker: people.checker.ctx, ratingId: async () => ratings[0]?.id ?? '' }
  const [text, other] = [
    await anArticle(db, project, 'Selon un officier, sept.'),
    await anArticle(db, project, 'Sept. Dit-il.', 'Autre'),
  ]
  const asText = ({ article, version }: typeof text) => ({
    articleId: article.id,
    versionId: version.id,
    text: version.text,
  })
  const source = (
    await db.source.create({
      data: {
        id: newId(),
        projectId: project.id,
        kind: 'PERSON',
        name: 'Un officier',
        nameKey: newId(),
        aliases: [],
        role: 'officier',
      },
    })
  ).id
  const parts = { projectId: project.id, kind: 'ORGANISATION' } as const
  const { id: unit } = await db.source.create({
    data: { ...parts, aliases: [], id: newId(), name: 'Unité', nameKey: newId() },
  })
  const event = await db.event.create({
    data: { id: newId(), projectId: project.id, title: 'Attaque', titleKey: newId(), createdAt: day },
  })
  const hop = {
    sourceId: source,
    speechAct: 'SAID',
    form: 'INDIRECT',
    affiliationId: unit,
    onBehalfOfId: unit,
    basis: 'TOLD',
    said: {
      ...({ verbatim: 'hier', earliest: '2021-08-26', latest: '2021-08-26', precision: 'MINUTE' } as const),
      clock: { from: '17:50', until: '17:50', zone: '+04:30' },
    },
    sourceWords: 'un officier',
    cueWords: 'Selon',
  } as const
  const words = { passages: ['sept'], category: 'THREAT_WARNING', wording: 'Sept', chains: [[hop]] } as const
  const evidence = { in: asText(other), words: 'Sept.', stance: 'SUPPORTS' } as const
  const ids = [
    await claimChecking(desk, asText(text), { ...words, evidence }),
    await claimChecking(desk, asText(other), { ...words, passages: ['Sept'], chains: [[]] }),
  ]
  const [claimId = '', otherId = ''] = ids
  const base = { projectId: project.id }
  const dated = (name: string) => ({
    [`${name}Verbatim`]: `${name} words`,
    [`${name}Earliest`]: day,
    [`${name}Latest`]: day,
    [`${name}Precision`]: 'MINUTE',
    [`${name}From`]: '17:50',
    [`${name}Until`]: '17:50',
    [`${name}Zone`]: '+04:30',
  })
  const figure = {
    ...base,
    measure: 'OTHER',
    unit: 'camions',
    verbatim: 'sept',
    qualifier: 'RANGE',
    low: 6,
    best: 7,
    high: 8,
    eventId: event.id,
  } as const
  const chain = await db.attribution.findFirstOrThrow({ where: { claimId } })
  const rows = await reviseWith(db, claimId, async (tx) => {
    const before = await tx.figure.create({ data: { ...figure, id: newId(), claimId } })
    await tx.evidence.updateMany({
      where: { claimId },
      data: {
        ...{ sourceId: source, url: 'https://example.org/', quote: 'Sept.', locator: 'p. 2', note: 'Vu.' },
        directness: 'PRIMARY',
        ...{ credibility: 2, capturedAt: day, capturedSha256: 'a'.repeat(64), withdrawnAt: day },
      },
    })
    await tx.replyRequest.create({
      data: {
        ...{ ...base, id: newId(), claimId, sourceId: source, outcome: 'ANSWERED', askedOn: day, note: 'Par lettre' },
        ...{ answeredOn: day, answer: 'Non.', createdById: people.editor.user.id, createdAt: day },
      },
    })
    return {
      Figure: await tx.figure.create({
        data: {
          ...{ ...figure, id: newId(), claimId, nationality: 'AF', place: 'Kaboul', basis: 'MORGUE' },
          ...{ country: 'AF', population: 'ARMED_GROUP', populationSourceId: unit },
          ...{ ...dated('asOf'), ...dated('reported'), relation: 'PART_OF', relatedToId: before.id },
          ...{ statedBy: [chain.id], supersedesId: before.id, supersedesReason: 'Recompté' },
        },
      }),
      Hop: await tx.hop.findFirstOrThrow({ where: { attribution: { claimId } } }),
      Evidence: await tx.evidence.findFirstOrThrow({ where: { claimId } }),
      ReplyRequest: await tx.replyRequest.findFirstOrThrow({ where: { claimId } }),
    }
  })
  const referred = await reviseWith(db, otherId, (tx) =>
    tx.warning.create({ data: { ...base, id: newId(), claimId: otherId } }),
  )
  const warning = await reviseWith(db, claimId, (tx) =>
    tx.warning.create({
      data: {
        ...{ ...base, id: newId(), claimId, issuerId: source, onBehalfOfId: source },
        ...{ audience: 'Tous', ...dated('sent') },
        ...{ refersTo: 'le premier', threatActor: 'Eux', attackType: 'bombe', targets: 'la foule', areas: 'Kaboul' },
        ...{ windowVerbatim: 'ce soir', windowOnset: day, windowExpires: day },
        ...{ instruction: 'Partez.', likelihood: 'forte' },
        ...{ windowOnsetTime: '17:50', windowExpiresTime: '18:50', windowZone: '+04:30' },
        ...{ eventId: event.id, refersToId: referred.id },
      },
    }),
  )
  return { ctx: people.viewer.ctx, articleId: text.article.id, rows: { ...rows, Warning: warning } }
}

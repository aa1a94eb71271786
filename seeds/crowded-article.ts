import { saveEvent } from '@/lib/events/commands'
import { saveFigure } from '@/lib/figures/commands'
import { newId } from '@/lib/ids'
import { decideOrigin } from '@/lib/independence/commands/decide-origin'
import { submitClaim } from '@/lib/review/commands/moves'
import { recordVerdict } from '@/lib/verdicts/commands'
import { aClaim, anArticle, type aProject, once, reviseWith } from '@/seeds/builders'
import { anItem, aSource, aWitnessedChain } from '@/seeds/chain-builders'
import { claimChecking, claimOpen, type SeededText } from '@/seeds/scenarios'

type SeededProject = Awaited<ReturnType<typeof aProject>>
const sentence = (number: number) => `Le maire annonce ${number} morts au pont.`
const DEAD = { measure: 'KILLED', qualifier: 'EXACT' } as const
const day = new Date('2021-08-27')

/** A claim with something of every kind, in review, among so many others of its article that have a chain, evidence and a verdict. */
export async function aCrowdedArticle({ project, editor, checker, ratings }: SeededProject, others: number) {
  const { db } = editor.ctx
  const numbers = Array.from({ length: others }, (_, at) => at + 2)
  const made = await anArticle(db, project, [1, ...numbers].map(sentence).join('\n\n'), `Among ${others}`)
  const elsewhere = await anArticle(db, project, `${sentence(1)} Vu du pont.`, `Copy of ${others}`)
  const asText = ({ article, version }: typeof made): SeededText => ({
    ...{ articleId: article.id, versionId: version.id, text: version.text },
  })
  const mayor = await aSource(db, project.id, 'PERSON', `Le maire ${others}`)
  const official = await aSource(db, project.id, 'UNNAMED_IN_TEXT', `Un officiel ${others}`)
  const { id: eventId } = await saveEvent(editor.ctx, {
    ...once(),
    id: newId(),
    version: null,
    title: `Pont ${others}`,
  })
  const rated = { editor: editor.ctx, checker: checker.ctx, ratingId: async () => ratings[4]?.id ?? '' }
  const hop = (sourceId: string) => ({ sourceId, speechAct: 'SAID', form: 'INDIRECT' }) as const
  const words = { category: 'CASUALTIES', passages: [sentence(1)], wording: 'Un mort', knowsReason: 'Vu.' } as const
  const sameAs = await claimOpen(rated, asText(elsewhere), { ...words, chains: [[]], knows: 'WITNESSED' })
  const claimId = await claimChecking(rated, asText(made), {
    ...{ ...words, sameAs },
    chains: [[{ ...hop(mayor.id), sourceWords: 'Le maire', cueWords: 'annonce' }], [hop(official.id)]],
    evidence: {
      in: asText(elsewhere),
      words: 'Vu du pont.',
      stance: 'SUPPORTS',
      knows: 'WITNESSED',
      knowsReason: 'Vu.',
    },
  })
  const figure = { ...once(), version: null, ...DEAD, verbatim: '1 mort', best: 1, eventId }
  await saveFigure(checker.ctx, { ...figure, id: newId(), claimId })
  const { attributions, revision } = await db.claim.findUniqueOrThrow({
    where: { id: claimId },
    include: { attributions: true },
  })
  const of = { ...once(), claimId, reason: 'Entendu.' }
  await decideOrigin(checker.ctx, { ...of, id: newId(), kind: 'DIFFERENT', appearanceId: attributions[0]?.id ?? '' })
  await recordVerdict(checker.ctx, {
    ...{ ...once(), id: newId(), claimId, claimRevision: revision, ratingId: ratings[4]?.id ?? '' },
    ...{ rationale: 'Vu.', asOf: '2021-08-27', evidenceIds: [] },
  })
  await submitClaim(checker.ctx, { ...once(), id: claimId })
  for (const number of numbers) {
    const { id } = await aClaim(editor.ctx, made.version, sentence(number), 'CASUALTIES')
    await aWitnessedChain(db, project.id, { claimId: id }, { id: mayor.id })
    await anItem(db, project.id, id, checker.user.id, { stance: 'SUPPORTS', sourceId: official.id, quote: 'Oui.' })
    const { projectId } = official
    const { revision: judged } = await db.claim.findUniqueOrThrow({ where: { id } })
    await db.verdict.create({
      data: {
        ...{ id: newId(), projectId, claimId: id, authorId: checker.user.id, groundStates: [], claimRevision: judged },
        ...{ ratingId: ratings[0]?.id ?? '', rationale: 'Vu.', asOf: day, createdAt: day },
      },
    })
    // Changed since: every verdict asks for attention.
    await reviseWith(db, id, (tx) =>
      tx.figure.create({
        data: { ...DEAD, id: newId(), projectId, claimId: id, verbatim: `${number} morts`, best: number, eventId },
      }),
    )
  }
  return { articleId: made.article.id, claimId, eventId }
}

import { saveFigure } from '@/lib/figures/commands'
import { newId } from '@/lib/ids'
import { once } from '@/seeds/builders'
import { MOST_VIOLENT } from '@/seeds/demo/bombers-article'
import type { DemoDesks } from '@/seeds/demo/demo-desks'
import type { VoiceKey } from '@/seeds/demo/sources'
import { claimApproved, claimAssigned, claimChecking, claimOpen, type SeededText } from '@/seeds/scenarios'

const TOLL = 'Le nombre de morts de l’attaque de l’aéroport de Kaboul hier est passé à 170'

/** Claims of the first text: a former Pentagon official speaks to RT. `mostViolentToo`: the other text's same claim. */
export async function fillMaloofArticle(
  desks: DemoDesks,
  text: SeededText,
  other: SeededText,
  voices: Record<VoiceKey, string>,
  mostViolentToo: string,
) {
  const { first, second, day } = desks
  const maloof = { sourceId: voices.maloof, speechAct: 'WARNED', form: 'INDIRECT' } as const

  await claimChecking(
    first,
    text,
    {
      passages: ['ISIS-K complotait pour renverser les talibans et prendre le contrôle de l’Afghanistan'],
      category: 'THREAT_WARNING',
      wording: 'L’EI-K complote pour renverser les talibans et prendre le contrôle de l’Afghanistan',
      chains: [[{ ...maloof, sourceWords: 'Un ancien responsable du Pentagone', cueWords: 'a averti' }]],
      evidence: {
        in: other,
        words:
          'Les dirigeants talibans demandent l’aide des États-Unis alors que l’Etat islamique prépare la prise de contrôle de l’Afghanistan',
        stance: 'REPEATS',
        note: 'Titre d’un renvoi inséré dans l’autre article ; aucune source n’y est nommée.',
      },
    },
    { dueOn: day(2) },
  )

  await claimWithToll(desks, text)

  await claimApproved(second, text, {
    passages: [MOST_VIOLENT],
    category: 'IDENTITY',
    wording: 'L’EI-K est le plus extrême et le plus violent des groupes djihadistes d’Afghanistan',
    chains: [[]],
    knows: 'NOT_SAID',
    sameAs: mostViolentToo,
    evidence: {
      in: other,
      words: MOST_VIOLENT,
      stance: 'REPEATS',
      note: 'La même phrase, mot pour mot : une reprise de plus, pas une origine de plus.',
    },
    verdict: {
      rating: 'unverifiable',
      rationale:
        'Les deux textes portent la même phrase, mot pour mot. Aucun ne dit d’où il la tient, ni qui établit le classement ; deux reprises d’une phrase ne font pas une origine.',
    },
  })

  await claimOpen(first, text, {
    passages: ['revendiqué la responsabilité d’un attentat à la bombe à l’aéroport international Hamid Karzai'],
    category: 'RESPONSIBILITY',
    wording: 'L’EI-K a revendiqué l’attentat à l’aéroport Hamid Karzai',
  })

  await claimAssigned(
    second,
    text,
    {
      passages: [
        'le président Joe Biden a demandé à l’armée américaine d’explorer les options de frappe contre ISIS-K',
      ],
      category: 'OPERATION',
      wording: 'Joe Biden a demandé à l’armée d’étudier des frappes contre l’EI-K',
    },
    { dueOn: day(4) },
  )

  await claimAssigned(
    first,
    text,
    {
      passages: ['Aucun décès ne sera causé à qui que ce soit en dehors de l’Afghanistan.'],
      category: 'STATEMENT',
      wording: 'Le porte-parole des talibans : nul ne sera tué hors d’Afghanistan depuis son sol',
      chains: [
        [
          {
            sourceId: voices.mujahid,
            onBehalfOfId: voices.talibans,
            speechAct: 'SAID',
            form: 'TRANSLATED_QUOTE',
            sourceWords: 'le porte-parole des talibans, Zabihullah Mujahid',
          },
        ],
      ],
    },
    { dueOn: day(6) },
  )
}

async function claimWithToll({ first, day, attack }: DemoDesks, text: SeededText) {
  const id = await claimAssigned(
    first,
    text,
    {
      passages: [TOLL],
      category: 'CASUALTIES',
      wording: 'L’attaque de l’aéroport de Kaboul a fait 170 morts',
      chains: [[]],
    },
    { dueOn: day(1) },
  )
  await saveFigure(first.editor, {
    ...once(),
    id: newId(),
    claimId: id,
    version: null,
    measure: 'KILLED',
    verbatim: 'est passé à 170',
    qualifier: 'EXACT',
    best: 170,
    population: 'ALL',
    // The text is of August 2021, no day known: its "hier" lies between the day before the month and its last but one.
    asOf: { verbatim: 'hier', earliest: '2021-07-31', latest: '2021-08-30', precision: 'RANGE' },
    place: 'Aéroport de Kaboul',
    eventId: attack,
  })
  return id
}

import { newId } from '@/lib/ids'
import { saveWarning } from '@/lib/warnings/commands'
import { once } from '@/seeds/builders'
import type { DemoDesks } from '@/seeds/demo/demo-desks'
import type { VoiceKey } from '@/seeds/demo/sources'
import {
  claimAssigned,
  claimChecking,
  claimDropped,
  claimInReview,
  claimOpen,
  claimReturned,
  type SeededText,
} from '@/seeds/scenarios'

/** The sentence that both texts carry, word for word. */
export const MOST_VIOLENT =
  'ISIS-K est le plus extrême et le plus violent de tous les groupes militants djihadistes en Afghanistan.'

/**
 * Claims of the second text: seven bombers said to be at large, and two warnings with two audiences. Answers the claim
 * whose sentence the first text carries too.
 */
export async function fillBombersArticle(
  desks: DemoDesks,
  text: SeededText,
  other: SeededText,
  voices: Record<VoiceKey, string>,
) {
  await sevenBombers(desks, text, other, voices)
  await warnings(desks, text, other, voices)
  await others(desks, text, voices)
  return claimOpen(desks.first, text, {
    passages: [MOST_VIOLENT],
    category: 'IDENTITY',
    wording: 'L’EI-K est le plus extrême et le plus violent des groupes djihadistes d’Afghanistan',
    chains: [[]],
  })
}

/** The claim with three chains: two end with the U.S. services, one with a service that the text does not name. */
async function sevenBombers(
  { first, day }: DemoDesks,
  text: SeededText,
  other: SeededText,
  voices: Record<VoiceKey, string>,
) {
  const mallick = { sourceId: voices.mallick, affiliationId: voices.wion } as const
  await claimInReview(
    first,
    text,
    {
      passages: [
        'Sept terroristes de l’Etat islamique, considérés comme des kamikazes, errent toujours à Kaboul',
        'sept terroristes de l’Etat islamique sont en fuite après l’attaque de l’aéroport de Kaboul',
        'au moins sept kamikazes sont en fuite',
      ],
      category: 'THREAT_WARNING',
      checked: 'CONTENT',
      wording: 'Sept kamikazes présumés de l’Etat islamique sont en fuite à Kaboul',
      chains: [
        [
          {
            sourceId: voices.report,
            speechAct: 'REPORTED',
            form: 'INDIRECT',
            basis: 'DOCUMENT',
            sourceWords: 'un rapport des services de renseignement américains',
            cueWords: 'selon',
          },
        ],
        [
          {
            ...mallick,
            speechAct: 'REPORTED',
            form: 'INDIRECT',
            basis: 'TOLD',
            sourceWords: 'M. Mallick',
            cueWords: 'Selon',
          },
          {
            sourceId: voices.usIntelligence,
            speechAct: 'CLAIMED',
            form: 'INDIRECT',
            sourceWords: 'les services de renseignement américains',
            cueWords: 'affirment',
          },
        ],
        [
          { ...mallick, speechAct: 'SAID', form: 'TRANSLATED_QUOTE', basis: 'TOLD', cueWords: 'Il a déclaré' },
          {
            sourceId: voices.journalists,
            speechAct: 'REPORTED',
            form: 'INDIRECT',
            reading: 'INFERRED',
            sourceWords: 'les journalistes occidentaux',
          },
          {
            sourceId: voices.foreignIntelligence,
            speechAct: 'WARNED',
            form: 'INDIRECT',
            sourceWords: 'une menace de renseignement étranger',
          },
        ],
      ],
      evidence: {
        in: other,
        words: 'ISIS-K envoyait un message aux talibans après avoir revendiqué la responsabilité',
        stance: 'CONTEXT',
        note: 'L’autre article parle de l’attentat, mais d’aucun kamikaze en fuite.',
      },
      verdict: {
        rating: 'unverifiable',
        rationale:
          'Trois reprises dans un seul texte. Deux remontent aux services de renseignement américains, la troisième à un service que le texte ne nomme pas. Le rapport n’est ni cité ni daté ; rien dans les deux textes ne permet de confirmer ou d’infirmer le nombre.',
      },
    },
    { reviewer: first.editor, dueOn: day(1) },
  )
}

async function warnings(desks: DemoDesks, text: SeededText, other: SeededText, voices: Record<VoiceKey, string>) {
  const { first, second, day, attack } = desks
  const toCitizens = await claimReturned(
    second,
    text,
    {
      passages: [
        'un nouvel avertissement aux citoyens américains de rester à l’écart des portes de l’aéroport de Kaboul',
      ],
      category: 'THREAT_WARNING',
      wording: 'Washington avertit ses citoyens d’éviter les portes de l’aéroport de Kaboul',
      chains: [
        [
          {
            sourceId: voices.usOfficials,
            speechAct: 'WARNED',
            form: 'INDIRECT',
            sourceWords: 'les responsables américains',
            cueWords: 'ont émis',
          },
        ],
      ],
      knows: 'NOT_SAID',
      evidence: {
        in: other,
        words: 'L’attaque de l’aéroport de Kaboul a suscité une alliance étrange et informelle',
        stance: 'CONTEXT',
      },
      verdict: {
        rating: 'unverifiable',
        rationale: 'Le texte rapporte l’avertissement sans le dater ni dire où il a été publié.',
      },
    },
    'Le paragraphe 9 donne les mots de l’avertissement : ajoutez-les, et dites dans le verdict qu’ils sont traduits.',
  )
  await saveWarning(second.checker, {
    ...once(),
    id: newId(),
    eventId: attack,
    claimId: toCitizens,
    version: null,
    issuerId: voices.usOfficials,
    audience: 'citoyens américains',
    messageType: 'UPDATE',
    refersTo: 'un avertissement antérieur, que le texte ne précise pas (« nouvel avertissement »)',
    areas: 'les portes de l’aéroport de Kaboul',
    instruction: 'rester à l’écart des portes de l’aéroport de Kaboul',
  })

  const toJournalists = await claimChecking(
    first,
    text,
    {
      passages: [
        'Les services de renseignement américains ont demandé aux journalistes occidentaux de rester à l’écart de l’aéroport',
      ],
      category: 'THREAT_WARNING',
      wording: 'Les services américains ont demandé aux journalistes occidentaux d’éviter l’aéroport',
    },
    { dueOn: day(3) },
  )
  await saveWarning(first.checker, {
    ...once(),
    id: newId(),
    eventId: attack,
    claimId: toJournalists,
    version: null,
    issuerId: voices.usIntelligence,
    audience: 'journalistes occidentaux',
    areas: 'l’aéroport de Kaboul',
    instruction: 'rester à l’écart de l’aéroport',
  })
}

async function others({ first, second, day }: DemoDesks, text: SeededText, voices: Record<VoiceKey, string>) {
  await claimOpen(first, text, {
    passages: ['la menace était spécifiquement dirigée contre “les hôtels, les ambassades et l’aéroport”'],
    category: 'STATEMENT',
    wording: 'Anas Mallick : la menace vise les hôtels, les ambassades et l’aéroport',
    chains: [
      [
        {
          sourceId: voices.mallick,
          affiliationId: voices.wion,
          speechAct: 'SAID',
          form: 'MIXED',
          sourceWords: 'Anas Mallick, journaliste sur le terrain pour WION',
          cueWords: 'a déclaré',
        },
      ],
    ],
  })
  await claimAssigned(
    first,
    text,
    {
      passages: [
        'tué un planificateur de la branche afghane du groupe État islamique lors d’une frappe de drone dans l’est du pays',
      ],
      category: 'OPERATION',
      wording: 'Une frappe de drone a tué un planificateur de l’EI-K dans l’est du pays',
      chains: [
        [
          {
            sourceId: voices.usArmy,
            speechAct: 'BELIEVED',
            certainty: 'BELIEVED',
            form: 'INDIRECT',
            sourceWords: 'l’armée américaine',
            cueWords: 'pensait',
          },
        ],
      ],
    },
    { dueOn: day(5) },
  )
  await claimOpen(first, text, {
    passages: ['le dernier vol britannique destiné uniquement aux civils évacués avait quitté l’aéroport de Kaboul'],
    category: 'OPERATION',
    wording: 'Le dernier vol britannique réservé aux civils évacués a quitté Kaboul',
    chains: [
      [
        {
          sourceId: voices.ministry,
          speechAct: 'CONFIRMED',
          form: 'INDIRECT',
          sourceWords: 'Le ministère de la Défense',
          cueWords: 'a confirmé',
        },
      ],
    ],
  })
  await claimAssigned(
    second,
    text,
    {
      passages: ['Le reste des 1 000 soldats britanniques'],
      category: 'QUANTITY',
      wording: 'Mille soldats britanniques ont participé aux départs à l’aéroport',
    },
    { dueOn: day(7) },
  )
  await claimDropped(
    first,
    text,
    {
      passages: ['Toutes les forces étrangères devraient quitter le pays d’ici le 31 août'],
      category: 'PREDICTION',
      wording: 'Toutes les forces étrangères quitteront le pays d’ici le 31 août',
    },
    'Un calendrier annoncé : il n’y a rien à vérifier avec ces deux textes.',
  )
}

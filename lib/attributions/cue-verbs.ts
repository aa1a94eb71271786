import { englishForms, frenchForms, givenForms, type VerbForm } from '@/lib/attributions/verb-forms'
import { Certainty, SpeechAct } from '@/prisma/generated/enums'

/** What a verb of saying says of the speech: which act, how sure, and whether it carries on ("a poursuivi"). */
export type CueMeaning = { act: SpeechAct; certainty: Certainty; goesOn: boolean }

/**
 * A verb of saying. `object`: what is said may be named by a noun alone ("confirmed the deaths"); else a clause or a quotation has to
 * follow. `quoted`: it goes with a quotation only ("sourit-elle").
 */
export type CueVerb = CueMeaning & { object: boolean; quoted: boolean; french: boolean }
export type CueForm = { verb: CueVerb; form: VerbForm }

const ACTS: readonly (readonly [SpeechAct, Partial<CueVerb>, { en?: string; er?: string; fr?: readonly string[] }])[] =
  [
    [
      SpeechAct.SAID,
      {},
      {
        en: `say/said tell/told state explain note argue insist remark comment mention declare observe stress emphasise emphasize
        reiterate recall recount testify respond reply answer retort suggest propose hint imply indicate complain lament describe
        reason counter agree assure reassure repeat underline underscore clarify specify elaborate inform notify remind charge speculate signal stipulate read/read
        opine posit theorise theorize hypothesise hypothesize confide swear/swore/sworn attest rule point`,
        er: `déclarer expliquer préciser noter souligner observer remarquer raconter indiquer rappeler assurer insister lancer
        confier répéter commenter constater relever répliquer rétorquer argumenter arguer témoigner suggérer proposer regretter
        déplorer évoquer résumer détailler marteler ironiser relativiser nuancer plaider justifier objecter réagir concéder
        réaffirmer informer signifier jurer temporiser trancher analyser énoncer stipuler ressasser exposer tempérer`,
        fr: [
          'dit disent disait disaient dira diront dirent dirait | dit dite dits dites | disant | dire',
          'redit redisent redisait | redit | redisant | redire',
          'répond répondent répondait répondaient répondit répondra | répondu | répondant | répondre',
          'convient conviennent convenait | convenu | convenant | convenir',
          'répartit | réparti | | ',
        ],
      },
    ],
    [
      SpeechAct.SAID,
      { quoted: true },
      {
        en: `quip joke whisper shout yell exclaim cry scream mutter murmur sigh laugh smile muse snap growl stammer interrupt call cite
        demand tweet`,
        er: `sourir ironiser souffler soupirer crier murmurer tonner pester fustiger dénoncer saluer commenter plaisanter tempêter
        ricaner chuchoter hurler s'exclamer exclamer interroger insurger alarmer tweeter glisser publier railler
        balayer résumer questionner citer témoigner`,
        fr: ['sourit sourient souriait | souri | souriant | sourire', 'rit riait | ri | riant | rire'],
      },
    ],
    [
      SpeechAct.SAID,
      { goesOn: true },
      {
        en: 'add continue conclude',
        er: 'ajouter continuer enchaîner compléter',
        fr: [
          'poursuit poursuivent poursuivait poursuivit | poursuivi | poursuivant | poursuivre',
          'reprend reprennent reprenait | repris | reprenant | reprendre',
          'conclut concluent concluait | conclu | concluant | conclure',
        ],
      },
    ],
    [
      SpeechAct.CLAIMED,
      { object: true },
      {
        en: 'claim assert maintain contend boast brag profess',
        er: 'affirmer revendiquer certifier clamer',
        fr: [
          'soutient soutiennent soutenait soutenaient | soutenu | soutenant | soutenir',
          'maintient maintiennent maintenait | maintenu | maintenant# | maintenir',
          'prétend prétendent prétendait prétendaient | prétendu | prétendant | prétendre',
        ],
      },
    ],
    [SpeechAct.ALLEGED, { object: true }, { en: 'allege', er: 'alléguer' }],
    [
      SpeechAct.ANNOUNCED,
      { object: true },
      {
        en: 'announce proclaim promise vow pledge',
        er: 'annoncer proclamer',
        fr: ['promet promettent promettait | promis | promettant | promettre'],
      },
    ],
    [
      SpeechAct.WARNED,
      { object: true },
      {
        en: 'warn caution threaten',
        er: 'menacer alerter',
        fr: [
          'avertit avertissent avertissait avertissaient | averti | avertissant | avertir',
          'prévient préviennent prévenait prévenaient | prévenu | prévenant | prévenir',
        ],
      },
    ],
    [
      SpeechAct.REPORTED,
      { object: true },
      {
        en: 'report reveal disclose',
        er: 'rapporter signaler relater révéler divulguer',
        fr: ['apprend apprenait | appris | | apprendre'],
      },
    ],
    [
      SpeechAct.REPORTED,
      {},
      {
        en: `show/showed/shown find/found discover determine demonstrate acknowledge establish prove/proved/proven`,
        er: 'montrer démontrer prouver attester',
        fr: [
          'établit établissent établissait | établi | établissant | établir',
          'découvre découvrent découvrit | découvert | découvrant | découvrir',
        ],
      },
    ],
    [
      SpeechAct.WROTE,
      {},
      {
        en: 'write/wrote/written tweet post blog',
        er: 'tweeter twitter',
        fr: ['écrit écrivent écrivait écrivit écrira | écrit | écrivant | écrire'],
      },
    ],
    [
      SpeechAct.ADVISED,
      {},
      { en: 'advise urge recommend exhort', er: 'conseiller recommander exhorter préconiser demander exiger réclamer' },
    ],
    [
      SpeechAct.PREDICTED,
      {},
      {
        en: 'predict forecast/forecast anticipate foresee/foresaw/foreseen expect',
        er: 'pronostiquer anticiper',
        fr: [
          'prédit prédisent prédisait | prédit | prédisant | prédire',
          'prévoit prévoient prévoyait | prévu | prévoyant | prévoir',
        ],
      },
    ],
    [SpeechAct.ESTIMATED, {}, { en: 'estimate reckon calculate', er: 'estimer évaluer chiffrer' }],
    [
      SpeechAct.BELIEVED,
      { certainty: Certainty.BELIEVED },
      {
        en: 'believe think/thought suspect feel/felt assume guess suppose fear worry hope wish consider',
        er: 'penser juger soupçonner espérer souhaiter considérer redouter supposer imaginer présumer',
        fr: [
          'croit croient croyait croyaient | cru | croyant | croire',
          'craint craignent craignait craignaient | craint | craignant | craindre',
        ],
      },
    ],
    [SpeechAct.ACCUSED, { object: true }, { en: 'accuse', er: 'accuser reprocher' }],
    [
      SpeechAct.CONFIRMED,
      { object: true },
      {
        en: 'confirm admit concede confess',
        er: 'confirmer avouer',
        fr: [
          'reconnaît reconnaissent reconnaissait reconnait reconnut | reconnu | reconnaissant | reconnaître',
          'admet admettent admettait admit | admis | admettant | admettre',
        ],
      },
    ],
    [
      SpeechAct.DENIED,
      { object: true },
      { en: 'deny', er: 'nier contester', fr: ['dément démentent démentait | démenti | démentant | démentir'] },
    ],
    [SpeechAct.DECLINED, { object: true }, { en: 'decline refuse', er: 'refuser' }],
  ]

const words = (list: string) => list.trim().split(/\s+/)

function lexicon(): Map<string, CueForm[]> {
  const found = new Map<string, CueForm[]>()
  for (const [act, more, { en, er, fr }] of ACTS) {
    const plain = { act, certainty: Certainty.ASSERTED, goesOn: false, object: false, quoted: false, ...more }
    const [english, french] = [
      { ...plain, french: false },
      { ...plain, french: true },
    ]
    const add = (verb: CueVerb, [form, kind]: readonly [string, VerbForm]) => {
      const others = found.get(form)
      if (!others) found.set(form, [{ verb, form: kind }])
      else if (!others.some((each) => each.form === kind && each.verb.french === verb.french))
        others.push({ verb, form: kind })
    }
    for (const each of words(en ?? '').filter(Boolean)) for (const form of englishForms(each)) add(english, form)
    for (const each of words(er ?? '').filter(Boolean)) for (const form of frenchForms(each)) add(french, form)
    for (const each of fr ?? []) for (const form of givenForms(each)) add(french, form)
  }
  return found
}

const FORMS = lexicon()

/** The verbs of saying of which a word, in small letters, is a form; of several the likelier first. */
export const cueForms = (word: string): readonly CueForm[] => FORMS.get(word) ?? []

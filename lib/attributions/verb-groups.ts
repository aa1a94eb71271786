import { type CueForm, type CueVerb, cueForms } from '@/lib/attributions/cue-verbs'
import {
  ARTICLES,
  AUXILIARIES,
  CLITICS,
  isAdverb,
  isAuxiliary,
  PREPOSITIONS,
  type SentenceWord,
  SUBJECT_PRONOUNS,
} from '@/lib/attributions/sentence-words'
import type { VerbForm } from '@/lib/attributions/verb-forms'
import { SpeechAct } from '@/prisma/generated/enums'

/** A verb of saying with its auxiliaries and what stands between them, by the indices of a sentence's words, the last one included. */
export type VerbGroup = {
  verb: CueVerb
  form: VerbForm
  from: number
  /** The verb itself. */
  at: number
  to: number
  /** Of "a-t-il dit", "affirme-t-elle": the pronoun in it, in UTF-16. */
  pronoun: { start: number; end: number } | null
  /** The word is a noun as well: it needs more of what stands beside it. */
  isNoun: boolean
}

// Forms that are nouns or adjectives too.
const NOUNS =
  /^(?:states?|notes?|reports?|claims?|estimates?|forecasts?|comments?|remarks?|arguments?|shows?|finds?|hopes?|fears?|thoughts?|doubts?|worries|wish(?:es)?|promises?|pledges?|vows?|demands?|calls?|hints?|posts?|blogs?|tweets?|replies|reply|answers?|reasons?|counters?|rules?|points?|mean(?:s|t)?|cry|cries|smiles?|laughs?|jokes?|snaps?|warning|meaning|saying|feeling|finding|ruling|expected|alleged|accused|guess(?:es)?|concerns?|proposes?|threats?|complaints?|juge|note|notes|annonce|annonces|demande|demandes|remarque|remarques|promis|appris|dit|dite|montre|montres|menace|menaces|rapporte|réplique|alerte|lance|lances|relève|glisse|cite|cités?|accuse|critique|pose|indiqué|craint|nie|presse|expose|pense|signale|insiste|confie|résumé|énoncé|prévu|prévus|prévue)$/u
const NEGATIONS = /^(?:not|never|n't|ne|n'|pas|jamais)$/
const CAN = /^(?:can|could|may|might|should|must|cannot|couldn't|can't|peut|peuvent|pourrait|pourraient|pourra)$/
const BE =
  /^(?:is|are|was|were|be|been|being|'s|'re|isn't|aren't|est|sont|était|étaient|fut|furent|été|sera|seront|serait)$/
const REFLEXIVE = /^(?:s'|se|m'|me)$/
// Behind these an infinitive tells what somebody did say: "devait reconnaître", "a fini par dire", "went on to say".
const LEADS_TO =
  /^(?:devait|doit|dû|vient|venait|tient|tenait|tenu|voulait|veut|fini|finit|finisse|allait|va|vont|commence|commencé|pris|prend|went|goes|came|comes|used|continued|continue|continues|seemed|seems|chose|hastened|est|sont|pour|à|allé|allés|fait|faire)$/

const HYPHENED = /^(.+?)(-t)?-(il|elle|ils|elles|on|je)$/u

/** Of a word with a pronoun behind it its parts: "affirme-t-elle", "a-t-il". */
function unhyphen(word: SentenceWord) {
  const [, stem, , pronoun] = HYPHENED.exec(word.low) ?? []
  if (!stem || !pronoun) return { low: word.low, pronoun: null }
  return { low: stem, pronoun: { start: word.end - pronoun.length, end: word.end } }
}

type Start = {
  from: number
  pronoun: VerbGroup['pronoun']
  negated: boolean
  can: boolean
  be: boolean
  reflexive: boolean
}

/** Goes back from a verb over what belongs to it. */
function startOf(words: readonly SentenceWord[], at: number): Start & { have: boolean; leads: boolean } {
  const found = {
    from: at,
    pronoun: null as VerbGroup['pronoun'],
    negated: false,
    can: false,
    be: false,
    reflexive: false,
    have: false,
    leads: false,
  }
  const isFrenchPart = cueForms(words[at]?.low ?? '').some(({ verb, form }) => verb.french && form === 'participle')
  let adverbs = 0
  for (let place = at - 1; place >= 0 && at - place < 9; place--) {
    const word = words[place]
    if (!word) break
    const { low, pronoun } = unhyphen(word)
    if (NEGATIONS.test(low) || /n't$/.test(low)) found.negated = true
    else if (pronoun && AUXILIARIES.has(low)) {
      found.pronoun = pronoun
      found.have = true
      found.from = place
      break
    } else if (
      isAuxiliary(words, place) ||
      (low === 'a' && isFrenchPart) ||
      (low === "'s" && /ing$|ed$/.test(words[at]?.low ?? '')) ||
      low === "'d"
    ) {
      found.can ||= CAN.test(low)
      found.be ||= BE.test(low) && !found.have
      found.have ||= !BE.test(low)
      found.leads ||= LEADS_TO.test(low)
    } else if (
      LEADS_TO.test(low) &&
      (words[place + 1]?.low === 'to' ||
        words[place + 1] === words[at] ||
        /^(?:par|de|d'|à|to)$/.test(words[place + 1]?.low ?? ''))
    )
      found.leads = true
    else if (CLITICS.has(low) && !(low.length > 1 && ARTICLES.has(low) && !/^(?:l'|le|la|les|leur)$/.test(low))) {
      found.reflexive ||= REFLEXIVE.test(low)
      // "le" before a verb is what is said; before a noun an article.
      if (place > 0 && PREPOSITIONS.has(words[place - 1]?.low ?? '') && !/^(?:en|y)$/.test(low)) break
    } else if (isAdverb(word) || /^(?:to|par|de|d'|à|en|un|jour|fois|lui|effet|outre|plus)$/.test(low)) {
      if (++adverbs > 4) break
      continue
    } else break
    found.from = place
    adverbs = 0
  }
  return found
}

const SOME = /^(?:some|many|most|several|others|all|certains|certaines|plusieurs|beaucoup)$/
const isPersonal = (form: VerbForm) => form === 'finite'

/** Of the verbs that a word may be the one that fits what stands before it; null where it is none. */
function groupAt(words: readonly SentenceWord[], at: number): VerbGroup | null {
  const word = words[at]
  if (!word) return null
  const { low, pronoun } = unhyphen(word)
  const forms = cueForms(low)
  if (forms.length === 0) return null
  const start = startOf(words, at)
  if (start.negated || start.can) return null
  const before = words[start.from - 1]
  const fits = (each: CueForm): boolean => {
    const { form, verb } = each
    if (form === 'gerund') return verb.french ? true : !start.be || start.from < at
    if (form === 'infinitive') return start.leads
    // "was said", "est dit": of somebody else.
    if (start.be && !start.reflexive) return false
    if (form === 'participle') return start.have || start.reflexive
    if (
      verb.french &&
      start.have &&
      !pronoun &&
      start.from < at &&
      !cueForms(low).some(({ form: other }) => other === 'participle')
    )
      return false
    return true
  }
  const found =
    forms.find((each) => fits(each) && !(isPersonal(each.form) && start.have && each.verb.french)) ?? forms.find(fits)
  if (!found) return null
  const from = found.form === 'gerund' && words[start.from - 1]?.low === 'en' ? start.from : start.from
  const isArticle =
    before !== undefined && start.from === at && ARTICLES.has(before.low) && !SUBJECT_PRONOUNS.has(before.low)
  // "some thought that", "plusieurs affirment que"
  const isSome = before !== undefined && SOME.test(before.low) && found.form === 'finite'
  const isNoun = start.from === at && NOUNS.test(low)
  if ((isArticle && !isSome && !pronoun) || (start.from === at && word.isCapital && at > 0)) return null
  // "of reports", "de note"
  if (isNoun && before && before.low !== 'on' && PREPOSITIONS.has(before.low) && found.form !== 'gerund') return null
  return { verb: found.verb, form: found.form, from, at, to: at, pronoun: pronoun ?? start.pronoun, isNoun }
}

const PLAIN = { object: false, quoted: false, goesOn: false } as const

type Phrase = { first: RegExp; rest: readonly RegExp[]; act: SpeechAct; french: boolean; object?: boolean }
/** Verbs of several words. */
const PHRASES: readonly Phrase[] = [
  {
    first: /^(?:fait|font|faisait|faisant|faire)$/,
    rest: [/^(?:savoir|valoir|remarquer|observer|comprendre)$/],
    act: SpeechAct.SAID,
    french: true,
  },
  {
    first: /^(?:fait|font|faisait|faisant|faire)$/,
    rest: [/^(?:état|part)$/, /^(?:de|d'|du|des)$/],
    act: SpeechAct.REPORTED,
    french: true,
    object: true,
  },
  { first: /^(?:made|makes|make|making)$/, rest: [/^(?:clear|known)$/], act: SpeechAct.SAID, french: false },
  {
    first: /^(?:put|puts|putting)$/,
    rest: [/^the$/, /^(?:\p{Ll}+)$/u, /^(?:at|to)$/],
    act: SpeechAct.ESTIMATED,
    french: false,
    object: true,
  },
  {
    first: /^(?:issued|issues)$/,
    rest: [/^(?:an?|new|fresh|another)$/, /^(?:\p{Ll}+)$/u, /^(?:warning|alert)s?$/],
    act: SpeechAct.WARNED,
    french: false,
    object: true,
  },
  {
    first: /^(?:issued|issues)$/,
    rest: [/^(?:an?|new|fresh|another)$/, /^(?:warning|alert)s?$/],
    act: SpeechAct.WARNED,
    french: false,
    object: true,
  },
  {
    first: /^(?:émis|lancé|publié)$/,
    rest: [/^(?:une?|des|\p{Ll}+)$/u, /^(?:avertissement|alerte|mise)s?$/u],
    act: SpeechAct.WARNED,
    french: true,
    object: true,
  },
  {
    first: /^(?:émis|lancé|publié)$/,
    rest: [/^(?:une?|des)$/u, /^\p{Ll}+$/u, /^(?:avertissement|alerte|mise)s?$/u],
    act: SpeechAct.WARNED,
    french: true,
    object: true,
  },
]

function phraseAt(words: readonly SentenceWord[], at: number): VerbGroup | null {
  const { low, pronoun } = unhyphen(words[at] ?? { start: 0, end: 0, low: '', isWord: false, isCapital: false })
  for (const { first, rest, act, french, object } of PHRASES) {
    if (!first.test(low) || !rest.every((each, step) => each.test(words[at + 1 + step]?.low ?? ''))) continue
    const start = startOf(words, at)
    if (start.negated || start.can || (start.be && !start.have)) return null
    const verb = { ...PLAIN, act, french, certainty: 'ASSERTED' as const, object: object ?? false }
    // Of "issued a warning" the verb alone is the cue.
    const to = act === SpeechAct.WARNED || act === SpeechAct.ESTIMATED ? at : at + rest.length
    return {
      verb,
      form: /ant$|ing$/.test(low) ? 'gerund' : 'finite',
      from: start.from,
      at,
      to,
      pronoun: pronoun ?? start.pronoun,
      isNoun: false,
    }
  }
  return null
}

const OUT = /^(?:out|up)$/

/** The verbs of saying of a sentence, in their order. */
export function verbGroups(words: readonly SentenceWord[]): VerbGroup[] {
  const found: VerbGroup[] = []
  for (let at = 0; at < words.length; at++) {
    const group = phraseAt(words, at) ?? groupAt(words, at)
    if (!group) continue
    // "pointed out" says; "pointed" does not.
    const isPoint = /^point(?:s|ed|ing)?$/.test(words[at]?.low ?? '')
    if (isPoint && !OUT.test(words[at + 1]?.low ?? '')) continue
    found.push(isPoint ? { ...group, to: at + 1, isNoun: false } : group)
    at = Math.max(at, group.to)
  }
  return found
}

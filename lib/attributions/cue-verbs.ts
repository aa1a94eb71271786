import { Certainty, SpeechAct } from '@/prisma/generated/enums'

/** What a verb of saying says of the speech: which act, how sure, and whether it carries on ("a poursuivi"). */
export type CueMeaning = { act: SpeechAct; certainty: Certainty; goesOn: boolean }

/** Words of a language that tell what somebody says; a verb by its forms, as a pattern. */
export type CueVerb = CueMeaning & { forms: string }

const means = (act: SpeechAct, forms: string, more: Partial<CueMeaning> = {}): CueVerb => ({
  ...{ act, forms, certainty: Certainty.ASSERTED, goesOn: false },
  ...more,
})

const believed = { certainty: Certainty.BELIEVED }
const goesOn = { goesOn: true }

// Between auxiliary and participle: "a également déclaré", "ont-ils ensuite averti", "n'a pas confirmé" is left out on purpose.
const BETWEEN =
  '(?:-t)?(?:-(?:il|elle|ils|elles|on))?(?:\\s(?:\\p{L}+ment|aussi|encore|ensuite|déjà|depuis|lui|même))?\\s'
const aux = `(?:a|ont|avait|avaient|aurait|auraient)${BETWEEN}`

/** All finite forms of French verbs in -er by their stems, the compound ones too. */
const er = (stems: string) =>
  `(?:${aux}(?:${stems})é(?:e?s?)|(?:${stems})(?:e|ent|ait|aient|a|èrent))(?:-t)?(?:-(?:il|elle|ils|elles|on))?`
const forms = (compound: string, simple: string) =>
  `(?:${aux}(?:${compound})|(?:${simple})(?:-t)?(?:-(?:il|elle|ils|elles|on))?)`

export const FRENCH_VERBS: readonly CueVerb[] = [
  means(
    SpeechAct.SAID,
    er('déclar|expliqu|précis|not|soulign|observ|remarqu|racont|indiqu|rappel|assur|insist|lanc|confi'),
  ),
  means(SpeechAct.SAID, forms('dit|redit', 'dit|disent|disait|disaient')),
  means(SpeechAct.SAID, er('ajout|continu|enchaîn'), goesOn),
  means(SpeechAct.SAID, forms('poursuivi|repris|conclu', 'poursuit|poursuivent|conclut|concluent'), goesOn),
  means(SpeechAct.CLAIMED, er('affirm|revendiqu|certifi|martel')),
  means(
    SpeechAct.CLAIMED,
    forms('soutenu|maintenu|prétendu', 'soutient|soutiennent|maintient|maintiennent|prétend|prétendent'),
  ),
  means(SpeechAct.ALLEGED, er('allègu|allégu')),
  means(SpeechAct.ANNOUNCED, er('annonc|proclam')),
  means(SpeechAct.ANNOUNCED, forms('promis', 'promet|promettent')),
  means(
    SpeechAct.WARNED,
    forms('averti|prévenu', 'avertit|avertissent|avertissait|avertissaient|prévient|préviennent'),
  ),
  means(SpeechAct.WARNED, `${aux}(?:émis|lancé|publié)(?=\\s(?:\\p{L}+\\s){1,2}(?:avertissement|alerte|mise))`),
  means(SpeechAct.REPORTED, er('rapport|signal|relat|révèl|révél')),
  means(SpeechAct.WROTE, forms('écrit', 'écrit|écrivent|écrivait')),
  means(SpeechAct.ADVISED, er('conseill|recommand|exhort')),
  means(SpeechAct.ADVISED, `${er('demand')}(?=\\s(?:à|au|aux)\\s)`),
  means(SpeechAct.ASKED, `${er('demand')}(?=\\s(?:si|pourquoi|comment|quand)\\s)`),
  means(SpeechAct.PREDICTED, forms('prédit|prévu', 'prédit|prédisent|prévoit|prévoient')),
  means(SpeechAct.ESTIMATED, er('estim|évalu')),
  means(SpeechAct.BELIEVED, er('pens|jug|soupçonn'), believed),
  means(SpeechAct.BELIEVED, forms('cru', 'croit|croient|croyait|croyaient'), believed),
  means(SpeechAct.ACCUSED, er('accus')),
  means(SpeechAct.CONFIRMED, er('confirm')),
  means(SpeechAct.CONFIRMED, forms('reconnu|admis', 'reconnaît|reconnaissent|admet|admettent')),
  means(SpeechAct.DENIED, forms('démenti', 'dément|démentent|démentait')),
  means(SpeechAct.DENIED, er('ni')),
  means(SpeechAct.DECLINED, er('refus')),
]

const have = '(?:(?:has|have|had)\\s(?:also\\s|since\\s|already\\s)?)?'

export const ENGLISH_VERBS: readonly CueVerb[] = [
  means(
    SpeechAct.SAID,
    `${have}(?:said|says|say|told|tells|tell|stated|states|explained|explains|noted|notes|argued|argues|insisted|insists)`,
  ),
  means(SpeechAct.SAID, `${have}(?:added|adds|continued|continues|went on|concluded|concludes)`, goesOn),
  means(SpeechAct.CLAIMED, `${have}(?:claimed|claims|claim|asserted|asserts|maintained|maintains)`),
  means(SpeechAct.ALLEGED, `${have}(?:alleged|alleges|allege)`),
  means(SpeechAct.ANNOUNCED, `${have}(?:announced|announces|announce|declared|declares)`),
  means(SpeechAct.WARNED, `${have}(?:warned|warns|warn)`),
  means(SpeechAct.WARNED, `${have}issued(?=\\s(?:\\p{L}+\\s){1,2}(?:warning|alert))`),
  means(SpeechAct.REPORTED, `${have}(?:reported|reports|revealed|reveals)`),
  means(SpeechAct.WROTE, `${have}(?:wrote|writes|written|tweeted|tweets)`),
  means(SpeechAct.ADVISED, `${have}(?:advised|advises|advise|urged|urges|urge)`),
  means(SpeechAct.ASKED, `${have}(?:asked|asks)(?=\\s(?:if|whether|why|how|when)\\s)`),
  means(SpeechAct.PREDICTED, `${have}(?:predicted|predicts|predict|forecast)`),
  means(SpeechAct.ESTIMATED, `${have}(?:estimated|estimates|estimate)`),
  means(SpeechAct.BELIEVED, `${have}(?:believed|believes|believe|thinks|thought|think|suspects|suspected)`, believed),
  means(SpeechAct.ACCUSED, `${have}(?:accused|accuses|accuse)`),
  means(SpeechAct.CONFIRMED, `${have}(?:confirmed|confirms|confirm|acknowledged|acknowledges|admitted|admits)`),
  means(SpeechAct.DENIED, `${have}(?:denied|denies|deny)`),
  means(SpeechAct.DECLINED, `${have}(?:declined|declines|refused)(?=\\sto\\s)`),
]

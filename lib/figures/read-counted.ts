import { readNationality } from '@/lib/figures/country'
import type { FigureMeasure, FigurePopulation } from '@/prisma/generated/enums'

/** Of whom or what a text says a number, as far as the words beside it tell. */
export type CountedReading = {
  measure: FigureMeasure | null
  unit: string | null
  population: FigurePopulation | null
  /** The text's word for a nationality, and the country that it is of: ISO 3166-1 alpha-2. */
  nationality: string | null
  country: string | null
  /** The name of an armed group, as the text writes it. */
  group: string | null
}

const word = (stems: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems})(?![\\p{L}\\p{N}])`, 'iu')

const MEASURES: readonly [FigureMeasure, RegExp][] = [
  ['INJURED', word('bless[ée]e?s?|blessant|injured|injuring|wounded|wounding|injuries|hurt')],
  ['MISSING', word('disparue?s?|missing|unaccounted')],
  [
    'KILLED',
    word(
      'mort(?:e?s?)|tu[ée]e?s?|tuant|tuer|décès|décédée?s?|périe?s?|la vie|killed|killing|kills?|dead|deaths?|died|dies|perished|fatalit(?:y|ies)|slain|lives',
    ),
  ],
]

const POPULATIONS: readonly [FigurePopulation, RegExp][] = [
  ['CIVILIAN', word('civile?s?|civilians?')],
  ['POLICE', word('policiers?|policières?|gendarmes?|police|policem[ae]n|officers')],
  ['ATTACKERS', word('assaillante?s?|kamikazes?|attaquants?|terroristes?|attackers?|bombers?|terrorists?|gunm[ae]n')],
  [
    'MILITARY',
    word('militaires?|soldate?s?|marines?|troupes?|soldiers?|troops?|military|servicem[ae]n|service members?'),
  ],
]

const GROUPS = word(
  [
    'talibane?s?|talebans?|tâlibans?|isis-?[kp]?|isil|daech|daesh|ei-?k?|état islamique(?: au khorassan)?|islamic state(?:-khorasan)?',
    'al-?qa[ïi]da|aqmi|aqap|jnim|gsim|boko haram|iswap|hezbollah|hamas|djihad islamique|islamic jihad|houthis?',
    'shebabs?|chebabs?|al-?shabaab|haqqani|pkk|ypg|ltte|farc|eln|sentier lumineux|wagner|m23|adf|lra|seleka|séléka',
    'anti-?balakas?|ttp|ansarullah|janjawids?|janjaweed|fsr|rsf|fdlr|codeco',
  ].join('|'),
)
const FIGHTERS = word(
  'combattante?s?|rebelles?|insurgés?|miliciens?|djihadistes?|jihadistes?|guérilleros?|fighters?|rebels?|insurgents?|militants|militiam[ae]n|jihadis?|guerrillas?',
)

const BY = /(?<!\p{L})(?:par|by)(?!\p{L})/iu

// What follows is of some of them, or of others: "170, dont 13 marines", "170 – with U.S. Marines among them".
const ASIDE =
  /[,;:!?()…–—"“”«»]|(?<=\p{L}{2})\.|(?<!\p{L})(?:dont|avec|parmi|including|with|among|after|après|lors|tandis|while)(?!\p{L})|(?<!\p{L})(?:and|et)\s(?:en\s|also\s|left\s)?(?:wounded|wounding|injured|injuring|hurt|blessant|blessé|killed|killing|tuant)(?!\p{L})/u
// Small words between a number and what it counts.
const LINK = /^(?:\s|\u00a0|\u202f)*(?:(?:de|des|d['’]|du|of|autres|other|more|autre)(?:\s|(?<=['’])))*\s*/iu
const NOT_COUNTED = word(
  'ans?|années?|jours?|heures?|minutes?|semaines?|mois|years?|days?|hours?|weeks?|months?|year-old|km|kilomètres?|miles?',
)
const NO_NOUN = word(
  'sont|ont|est|a|à|au|aux|et|ou|en|le|la|les|l|dans|sur|are|were|was|is|have|has|had|and|or|the|in|on|at|to|people|personnes',
)

/** The words beside a number that are of what it counts: those after it, up to an aside. */
export const counted = (after: string): string => after.slice(0, ASIDE.exec(after)?.index ?? after.length)

const isAt = (pattern: RegExp, text: string) => pattern.exec(text)?.index ?? -1

/** The measure that comes first in some words. */
const measureIn = (text: string): FigureMeasure | null =>
  MEASURES.map(([measure, pattern]) => ({ measure, at: isAt(pattern, text) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]?.measure ?? null

/** True when the number counts time or distance, and is hardly the figure that is looked for. */
export const countsTime = (after: string): boolean => NOT_COUNTED.exec(after.replace(LINK, ''))?.index === 0

const PERSONS = word(
  'people|persons|personnes|victimes?|victims?|men|women|children|hommes|femmes|enfants|habitants|residents|members|membres|passagers|passengers',
)

/** True when people or casualties stand beside the number. */
export const countsPeople = (after: string): boolean => {
  const words = counted(after)
  return (
    measureIn(words) !== null ||
    readNationality(words) !== null ||
    PERSONS.test(words) ||
    [...POPULATIONS.map(([, pattern]) => pattern), GROUPS, FIGHTERS].some((each) => each.test(words))
  )
}

/** What a number counts. `before`: the words up to it (since the last number); `after`: those behind it. */
export function readCounted(before: string, after: string): CountedReading {
  const words = counted(after)
  const measure = measureIn(words) ?? measureIn(before)
  const next = /^[\p{L}%°€$£-]+/u.exec(words.replace(LINK, ''))?.[0] ?? null
  // Who killed them is none of them.
  const people = words.slice(0, BY.exec(words)?.index ?? words.length)
  const nationality = readNationality(people)
  const group = GROUPS.exec(people)?.[0] ?? null
  const noun = next === null || NO_NOUN.test(next) ? null : next
  return {
    measure: measure ?? (noun ? 'OTHER' : null),
    unit: measure ? null : noun,
    population:
      POPULATIONS.find(([, pattern]) => pattern.test(people))?.[0] ??
      (group || FIGHTERS.test(people) ? 'ARMED_GROUP' : null),
    nationality: nationality?.words ?? null,
    country: nationality?.country ?? null,
    group,
  }
}

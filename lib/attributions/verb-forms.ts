/** How a form of a verb stands in a sentence: "says", "said" · "saying", "affirmant" · "say", "affirmer" · "said", "affirmé". */
export type VerbForm = 'finite' | 'gerund' | 'infinitive' | 'participle'
type Forms = readonly (readonly [string, VerbForm])[]

const DOUBLED = /^(?:admit|quip|brag|stress!|commit|submit|refer|infer|plan)$/
const joined = (base: string, ending: string) => {
  if (ending !== 's' && DOUBLED.test(base)) return `${base}${base.at(-1)}${ending}`
  if (ending !== 's' && base.endsWith('e')) return `${base.slice(0, -1)}${ending}`
  if (ending === 's' && /(?:s|sh|ch|x|z)$/.test(base)) return `${base}es`
  return base + ending
}
const withY = (base: string, ending: 'ed' | 's') =>
  /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}${ending === 'ed' ? 'ied' : 'ies'}` : joined(base, ending)

/** All forms of an English verb: regular, or with its past and its participle: "write wrote written". */
export function englishForms(words: string): Forms {
  const [base = '', past = withY(base, 'ed'), participle = past] = words.split('/')
  return [
    [base, 'finite'],
    [withY(base, 's'), 'finite'],
    [past, 'finite'],
    [participle, 'participle'],
    [joined(base, 'ing'), 'gerund'],
  ]
}

/** The stem of a French verb in -er before an ending without a sound: "révél" → "révèl", "appel" → "appell". */
const mute = (stem: string) => {
  if (/[^aeiouéè]?é[^aeiouéèy]+$/.test(stem)) return stem.replace(/é([^aeiouéè]+)$/, 'è$1')
  if (/(?:appel|jet)$/.test(stem)) return stem + stem.at(-1)
  return stem.replace(/e([lmnrt])$/, 'è$1')
}
/** The same before a, as in "annonça", "jugea". */
const soft = (stem: string) => (/c$/.test(stem) ? `${stem.slice(0, -1)}ç` : /g$/.test(stem) ? `${stem}e` : stem)

/** The forms of a French verb in -er that tell of others: third persons, gerund, participles. */
export function frenchForms(infinitive: string): Forms {
  const stem = infinitive.slice(0, -2)
  const finite = [
    ...['e', 'ent'].map((ending) => mute(stem) + ending),
    ...['ait', 'aient', 'a'].map((ending) => soft(stem) + ending),
    ...['èrent', 'era', 'eront', 'erait', 'eraient'].map((ending) => stem + ending),
    ...['era', 'eront'].map((ending) => mute(stem) + ending),
  ]
  return [
    ...finite.map((form) => [form, 'finite'] as const),
    ...['é', 'ée', 'és', 'ées'].map((ending) => [stem + ending, 'participle'] as const),
    [`${soft(stem)}ant`, 'gerund'],
    [infinitive, 'infinitive'],
  ]
}

/** Others, in full: "dit disait | dit | disant | dire" are finite forms, participles, gerund, infinitive. */
export const givenForms = (words: string): Forms =>
  words.split('|').flatMap((forms, at) =>
    forms
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map((form) => [form, (['finite', 'participle', 'gerund', 'infinitive'] as const)[at] ?? 'finite'] as const),
  )

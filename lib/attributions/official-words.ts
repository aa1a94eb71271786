/** What an unnamed official is, and of which institution, as the words for them say. */
export type Official = { role: string; institution: string }

// Who speaks of the affairs of a body; a resident or a witness of a place does not.
const HEAD =
  `responsables?|officiels?|officials?|porte-parole|spokes(?:man|men|woman|women|person|people)|diplomates?|diplomats?|
  conseill(?:er|ère)s?|advis[eo]rs?|aides?|fonctionnaires?|employ[ée]e?s?|employees?|agents?|officiers?|officers?|cadres?|
  dirigeante?s?|militaires?|soldats?|soldiers?|sources?|staffers?|représentante?s?|representatives?|délégués?`.replace(
    /\s+/g,
    '',
  )
// Whoever was an official of a body is none of it now.
const FORMER = /(?<![\p{L}])(?:ancien(?:ne)?s?|ex|former|ex-\p{L}+|retired|retraitée?s?|démissionnaires?)(?![\p{L}])/iu

const HEAD_FIRST = new RegExp(
  `^((?:\\p{L}+\\s){0,2}?(?:${HEAD})(?:\\s\\p{Ll}+){0,2}?)\\s` +
    `(?:au sein |within )?(?:du|des|de la|de l[’']|de|d[’']|au|à la|à l[’']|of the|of|at the|at|in the|from the|from|with the|with|within the)\\s?` +
    `(\\p{L}.*)$`,
  'iu',
)
const BODY_FIRST = new RegExp(
  `^((?:senior|top|unnamed|anonymous|high-ranking|local)\\s)?((?:\\p{Lu}[\\p{L}.]*\\s){1,4})(${HEAD})$`,
  'u',
)

// "… sous couvert d’anonymat", "… who asked not to be named" are no part of a name.
const NAME_ENDS =
  /\s(?:sous|qui|que|ayant|parlant|s[’']exprimant|interrogée?s?|cité|citée|joint|joints|à|en|on|who|that|which|speaking|familiar|close|under|told|in)\s.*$/iu

const INSTITUTION =
  /^(?:\p{Lu}?[\p{L}.]*\s)?(?:minist(?:ère|ry)|département|department|armée|army|air force|navy|gouvernement|government|agence|agency|police|ambassade|embassy|commission|commandement|command|présidence|presidency|parlement|parliament|sénat|senate|congrès|congress|mairie|préfecture|parquet|conseil|council|bureau|office|administration|état-major|quartier général|headquarters|services? de|intelligence service|banque|bank|hôpital|hospital|université|university|croix-rouge|croissant-rouge|red cross|red crescent|talibans?|taliban|pentagone?|kremlin|élysée|maison blanche|white house|hamas|hezbollah|nations unies|united nations|union européenne|european union)(?![\p{L}])/iu
const ACRONYM = /^(?!(?:US|USA|UK|UAE|UE|EAU|RDC|DRC|RDA|RFA)$)(?:\p{Lu}\.?){2,8}(?:-\p{Lu}{1,4})?$/u

/** The name of an institution at the beginning of words; null where they name a place, a country, or nothing known. */
function institutionIn(words: string): string | null {
  const name = words.replace(NAME_ENDS, '').replace(/[\s,;.]+$/u, '')
  return INSTITUTION.test(name) || ACRONYM.test(name) ? name : null
}

/**
 * Reads "un haut responsable du Pentagone", "a senior State Department official" (without their article) as a role at an institution.
 * Null where the words do not say it: an official of a country, a former one, a resident of a town.
 */
export function officialOf(words: string): Official | null {
  const plain = words.slice(0, 300).replace(/\s+/g, ' ').trim()
  if (FORMER.test(plain)) return null
  const [, role = '', rest = ''] = HEAD_FIRST.exec(plain) ?? []
  const after = rest && institutionIn(rest)
  if (after) return { role, institution: after }
  const [, rank = '', body = '', head = ''] = BODY_FIRST.exec(plain) ?? []
  const before = body && institutionIn(body.trim())
  return before ? { role: `${rank}${head}`, institution: before } : null
}

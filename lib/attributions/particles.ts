// Small words within names of persons, of many languages. "Van der Berg", "al-Karimi", "de los Santos" are names.
const PARTICLES = new Set(
  `de du des d da das do dos di del della delle dello dei degli dal dalla dela delos la le los las y e i
  van von vom zu zum zur der den ter ten te het op ’t 't af av auf
  ben bin ibn bint binti bar bat al el ul ould wuld wald abu abou abd umm oum aal aït ait
  ap ab ferch ó ní mac nic uí`
    .trim()
    .split(/\s+/),
)
// Written together with the name: "al-Karimi", "ash-Shami", "bin-Laden".
const JOINED = /^(?:al|el|ul|ad|ag|an|ar|as|ash|at|az|abd|abu|bin|ibn|ben|ha)[-‑](?=\p{Lu})/u
// The same behind a forename alone: "Jean d’Ormesson", while "d’Israël" by itself is nobody.
const ELIDED = /^(?:d|dell|dall|t)[’'](?=\p{Lu})/u
// What only begins with a particle: organisations of the region that the names come from.
const ORGANISATION =
  /^(?:al|el|ash)[-‑](?:qa[iïe]da|shaba+b|chabab|nusra|nosra|jazeera|jazira|arabiya|azhar|aqsa|manar|mayadeen|ahram|akhbar|sharq|quds|qods|hayat|masdar|mourabitoun|alam|furqan|hadath|badr)/iu

export const isParticle = (word: string): boolean => PARTICLES.has(word)

/** "al-Qaida", "Al-Chabab": an organisation although its name begins as a person's may. */
export const isJoinedOrganisation = (words: string): boolean => ORGANISATION.test(words)

const isCapital = (word: string) => /^\p{Lu}[\p{L}’'.‑-]*$/u.test(word)

/** A word that may stand in a person's name: a capital, alone or behind a particle that is joined to it. */
export const isNameWord = (word: string, before = ''): boolean =>
  isCapital(word) || isJoinedName(word) || (isCapital(before) && isCapital(word.replace(ELIDED, '')))

/** A family name that is told by its particle alone: "al-Karimi". */
export const isJoinedName = (word: string): boolean =>
  JOINED.test(word) && isCapital(word.replace(JOINED, '')) && !ORGANISATION.test(word)

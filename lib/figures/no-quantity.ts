/** A number in its text, in UTF-16 units. */
type Placed = { value: number; start: number; end: number; isArticle: boolean }

// What is said of a number stands beside it: so far is looked to each side.
const BESIDE = 60

// What a number behind them only names: "Boeing 737", "article 49", "Room 12", "magnitude 7,2".
const NAMES =
  /(?<!\p{L})(?:boeing|airbus|antonov|tupolev|iliouchine|ilyushin|soukho[iï]|sukhoi|mig|articles?|art\.|sections?|chapitre|chapter|chambre|room|salle|route|highway|interstate|autoroute|rn|vol|flight|chaîne|channel|canal|page|ligne|line|numéro|n[°º]|no\.|résolution|resolution|décret|règlement|regulation|protocole|protocol|amendement|amendment|modèle|model|version|apollo|bloc|block|porte|gate|étage|floor|district|secteur|sector|zone|quai|platform|niveau|level|magnitude|phase|type|unité|unit|france|formule|formula|euro|group of|groupe des|camp|convoi|tour|round|jour|day)\s+$/iu
// "Covid-19", "F-16".
const JOINED = /\p{L}[-‐‑]$/u
// "a 13-year-old", "a 7.2-magnitude earthquake", "a two-day visit": the number is part of a word.
const PART_OF_WORD = /^[-‐‑]\p{L}/u
const YEARS_OLD = /^\s(?:years?|months?|weeks?|days?)[\s-]old(?!\p{L})/iu
const AGE_BEFORE = /(?<!\p{L})(?:âgée?s?\sde|aged|age|à\sl['’]âge\sde)\s+(?:d['’])?$/iu
const OF_YEARS = /(?<!\p{L})(?:de|d['’]|of)\s*$/iu
const YEARS = /^\s(?:ans|mois)(?!\p{L})/iu
// "Ann Lee, 59, …"
const BETWEEN_COMMAS = { before: /\p{Lu}\p{L}+,\s$/u, behind: /^,\s/u }
const TIMES = /^\s(?:fois|times)(?!\p{L})/iu
const NUMBER =
  '(?:\\d{1,3}(?![\\d.,]\\d)|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four|five|six|seven|eight|nine|ten|twenty|vingt|cent)'
// "one in five", "trois habitants sur dix"
const SHARE = new RegExp(`^(?:\\s(?:in|out of)|(?:\\s\\p{L}+)?\\ssur)\\s${NUMBER}(?!\\p{L})`, 'iu')
const OF_SHARE =
  /(?<!\p{L})(?:(?:one|un|une|[1-9])\s(?:in|out of)|out of|(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|[1-9])(?:\s\p{L}+)?\ssur)\s$/iu
const CLOCK =
  /^\s?(?:[ap]\.?m(?![\p{L}])|h(?![\p{L}])|o['’]clock|heures?\s(?:gmt|locales?|du\smatin|de\sl['’]après|du\ssoir))/iu
const ONE_OF = /^\s(?:des|of\s(?:the|those|its|their)|d['’]entre)(?!\p{L})/iu
const NO_ONE = /(?<!\p{L})(?:no|any|every|some|the|this|that|last|first|l['’])\s?$/iu

/** Whether a number says no quantity: a name, an age, a ratio, a time of day, an article or a pronoun. */
export function isNoQuantity({ value, start, end, isArticle }: Placed, text: string): boolean {
  const [left, right] = [text.slice(Math.max(0, start - BESIDE), start), text.slice(end, end + BESIDE)]
  const words = text.slice(start, end)
  const isDigits = /^\d/.test(words)
  if (isDigits && (NAMES.test(left) || JOINED.test(left))) return true
  if (PART_OF_WORD.test(right) || TIMES.test(right) || YEARS_OLD.test(right) || CLOCK.test(right)) return true
  if (AGE_BEFORE.test(left) || (YEARS.test(right) && OF_YEARS.test(left) && value < 120)) return true
  if (isDigits && value < 120 && BETWEEN_COMMAS.before.test(left) && BETWEEN_COMMAS.behind.test(right)) return true
  if (SHARE.test(right) || OF_SHARE.test(left)) return true
  if (!/^(?:one|une?)$/iu.test(words)) return false
  return NO_ONE.test(left) || (ONE_OF.test(right) && (isArticle || /^one$/iu.test(words)))
}

import { fullNameIn, isTitle } from '@/lib/attributions/full-names'
import { officialOf } from '@/lib/attributions/official-words'
import { isJoinedName, isJoinedOrganisation, isNameWord, isParticle } from '@/lib/attributions/particles'
import { SourceKind } from '@/prisma/generated/enums'

/** A source as the words of a text name it; not yet looked for among those that the desk has. */
export type Voice = { kind: SourceKind; name: string; role: string | null; issuer: Voice | null }

/** What words for somebody tell: who it is, and whom they work or speak for. `refers` where they point back. */
export type ReadVoice = {
  voice: Voice
  affiliation: Voice | null
  onBehalfOf: Voice | null
  refers: 'pronoun' | 'role' | null
}

const ARTICLE = /^(?:l[’']|(?:les?|la|un|une|des|du|certains|certaines|plusieurs|the|an?|some|several)\s)/iu
const INDEFINITE = /^(?:(?:un|une|des|certains|certaines|plusieurs|an?|some|several)\s)/iu
const DEFINITE = /^(?:l[’']|(?:les?|la|the)\s)/iu
const PRONOUN = /^(?:il|elle|ils|elles|he|she|they|celui-ci|celle-ci|ce dernier|cette dernière)$/iu
const ANYONE = /^(?:on|one|people)$/iu
const DOCUMENT =
  /^(?:nouveau |nouvel |récent |recent |new )?(?:rapport|communiqué|document|étude|note|texte|bulletin|avertissement|alerte|dépêche|article|enquête|report|statement|study|memo|bulletin|alert|warning)s?\b/iu
const PEOPLE =
  /^(?:(?:ancien|ancienne|haut|hauts|former|senior|top|western|local)\s)*(?:\p{L}+\s){0,2}?(?:responsables?|officiels?|officials?|journalistes?|journalists?|reporters?|témoins?|witness(?:es)?|habitants?|residents?|experts?|analystes?|analysts?|porte-parole|spokes\p{L}+|dirigeants?|leaders?|diplomates?|diplomats?|militaires?|soldats?|sources?|hommes?|femmes?|députés?|ministre|minister|président|president|général|general|médecins?|doctors?|survivants?|survivors?)(?![\p{L}])/iu
const BODY =
  /^(?:\p{Lu}?[\p{L}.]*\s)?(?:services?|ministère|armée|gouvernement|agence|police|ambassade|commission|présidence|parti|groupe|organisation|département|bureau|administration|autorités|talibans?|pentagone|marine|mission|ministry|army|military|government|agency|embassy|department|office|party|group|organi[sz]ation|authorities|taliban|pentagon|intelligence|onu|otan|nato|united nations)(?![\p{L}])/iu
const OUTLETS =
  /^(?:reuters|afp|ap|associated press|agence france-presse|rt|wion|bbc|cnn|cbs|nbc|abc|fox news|al jazeera|le monde|le figaro|libération|the new york times|the washington post|the guardian|the times|tolo ?news|der spiegel|mediapart|franceinfo|france 24|rfi|tass|ria|xinhua|dw)$/iu
// "Banque de France", "Croix-Rouge de Kaboul": words that no person's name begins with.
const INSTITUTION =
  /^(?:banque|cour|croix-rouge|croissant-rouge|universit[éày]|hôpital|hospital|conseil|council|centre|center|institut[eo]?|observato(?:ire|ry)|mairie|préfecture|parquet|tribunal|syndicat|union|comité|committee|association|fondation|foundation|fédération|federation|ligue|league|front|mouvement|movement|coalition|assemblée|assembly|parlement|parliament|sénat|senate|congrès|congress|chambre|chamber|société|compagnie|company|corporation|brigade|bataillon|forces?|garde|guards?|gendarmerie|état|états-unis|république|republic|royaume|kingdom|émirat|emirate|bank|court|maison|palais|quai|bank|radio|télévision|banco|ville|city)(?![\p{L}])/iu

/** Nobody is named in more UTF-16 units than these. */
const LONGEST = 400

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
export const withoutArticle = (words: string) => words.replace(ARTICLE, '')

const voice = (kind: SourceKind, name: string, role: string | null = null, issuer: Voice | null = null): Voice => ({
  ...{ kind, name: name.slice(0, 300), role: role?.slice(0, 300) ?? null, issuer },
})

/** Whether particles stand from `from` back to a word with a capital, or to the beginning: "Jan van der Berg", "van der Berg". */
function isWithinName(all: readonly string[], from: number): boolean {
  let at = from
  while (at > 0 && isParticle(all[at - 1] ?? '')) at--
  const before = all[at - 1]
  return at < from && (before === undefined || (isNameWord(before) && !isTitle(before)) || isTitle(before))
}

/** The words at the end that may be a person's name, particles among them, and what stands before them. */
function splitName(words: string): { before: string; name: string[] } {
  const all = words.split(/\s+/)
  let from = all.length
  while (from > 0) {
    const word = all[from - 1] ?? ''
    const inside = isParticle(word) && from < all.length && isWithinName(all, from)
    if (!(isNameWord(word, all[from - 2]) && !isTitle(word)) && !inside) break
    from--
  }
  return { before: all.slice(0, from).join(' '), name: all.slice(from) }
}

/** A body that words name, such as the issuer of a report: "services de renseignement américains". */
const bodyOf = (words: string): Voice => {
  const name = capital(withoutArticle(words.trim()))
  return voice(OUTLETS.test(name) ? SourceKind.OUTLET : SourceKind.ORGANISATION, name)
}

const OF = /\s(?:d[eu]s?(?:\s(?:la|l[’'])\s?)?|d[’']|of(?:\sthe)?|by(?:\sthe)?|from(?:\sthe)?|for(?:\sthe)?)\s?/u
const SPOKESMAN =
  /^(.*?(?:porte-parole|spokes(?:man|woman|person)))(?:\s(?:d[eu]s?(?:\s(?:la\s|l[’']))?|d[’']|of|for)\s?(?:the\s)?)(.+)$/iu
const WORKS_FOR =
  /^(.*(?:journaliste|correspondante?|reporter|envoyée?|présentat\p{L}+|analyste|journalist|correspondent|anchor|analyst).*?)\s(?:pour|chez|de|du|à|for|of|at|with)\s(?:la\s|le\s|the\s|l[’'])?(\p{Lu}[\p{L}\p{N}’'. -]*)$/u

function roleOf(words: string): Pick<ReadVoice, 'affiliation' | 'onBehalfOf'> & { role: string | null } {
  const role = withoutArticle(words.trim())
  const [, speaker, body] = SPOKESMAN.exec(role) ?? []
  if (speaker && body) return { role, affiliation: null, onBehalfOf: bodyOf(body) }
  const [, work, outlet] = WORKS_FOR.exec(role) ?? []
  if (work && outlet) return { role: work, affiliation: voice(SourceKind.OUTLET, outlet.trim()), onBehalfOf: null }
  return { role: role || null, affiliation: null, onBehalfOf: null }
}

function isPerson(name: readonly string[]): boolean {
  const own = name.filter((word) => !isParticle(word))
  const isLong = name.length >= 2 || (name[0] !== undefined && isJoinedName(name[0]))
  if (INSTITUTION.test(name[0] ?? '')) return false
  return isLong && own.length <= 5 && own.some((word) => /\p{Ll}/u.test(word))
}

/** Who is meant by words of a text, and by those set between commas behind them. Null where they name nobody. */
export function readVoice(words: string, between: string | null): ReadVoice | null {
  const plain = words.slice(0, LONGEST).replace(/\s+/g, ' ').trim()
  const apposition = between?.slice(0, LONGEST) ?? null
  if (!/\p{L}/u.test(plain)) return null
  const nobody = { affiliation: null, onBehalfOf: null, refers: null }
  if (PRONOUN.test(plain)) return { ...nobody, voice: voice(SourceKind.PERSON, plain), refers: 'pronoun' }
  if (ANYONE.test(plain)) return { ...nobody, voice: voice(SourceKind.UNNAMED_IN_TEXT, capital(plain)) }
  const bare = withoutArticle(plain)
  const { before, name } = splitName(plain)
  const titled = before.split(' ').at(-1) ?? ''
  if (name.length > 0 && isTitle(titled)) {
    const about = apposition ? roleOf(apposition) : { role: null, affiliation: null, onBehalfOf: null }
    return { ...nobody, ...about, voice: voice(SourceKind.PERSON, name.join(' '), about.role) }
  }
  const second = apposition ? splitName(apposition) : null
  // « le porte-parole des talibans, Zabihullah Mujahid » : the name stands behind what they are.
  if (second && second.before === '' && isPerson(second.name) && !isPerson(name)) {
    const { role, ...about } = roleOf(plain)
    return { ...about, refers: null, voice: voice(SourceKind.PERSON, second.name.join(' '), role) }
  }
  if (OUTLETS.test(bare)) return { ...nobody, voice: voice(SourceKind.OUTLET, capital(bare)) }
  const isBody = DOCUMENT.test(bare) || (BODY.test(bare) && !PEOPLE.test(withoutArticle(before)))
  if (isPerson(name) && !isBody && !/\s(?:d[eu]s?|of|d[’']\S*)$/u.test(` ${before}`)) {
    const { role, ...about } = roleOf(before || apposition || '')
    return { ...about, refers: null, voice: voice(SourceKind.PERSON, name.join(' '), role) }
  }
  return unnamed(plain, bare)
}

/** What an unnamed person is: of which institution, where the words say it; a spokesman speaks on its behalf. */
function officialRole(plain: string, bare: string) {
  const read = roleOf(plain)
  const official = read.onBehalfOf || read.affiliation ? null : officialOf(bare)
  if (!official) return { ...read, issuer: null }
  const body = bodyOf(official.institution)
  const speaksFor = /porte-parole|spokes/iu.test(official.role)
  return {
    role: official.role,
    affiliation: null,
    onBehalfOf: speaksFor ? body : null,
    issuer: speaksFor ? null : body,
  }
}

function unnamed(plain: string, bare: string): ReadVoice {
  const nobody = { affiliation: null, onBehalfOf: null, refers: null }
  if (DOCUMENT.test(bare)) {
    const of = OF.exec(bare)
    const issuer = of ? bodyOf(bare.slice(of.index + of[0].length)) : null
    return { ...nobody, voice: voice(SourceKind.DOCUMENT, capital(bare), null, issuer) }
  }
  if (PEOPLE.test(bare)) {
    const { role, issuer, ...about } = officialRole(plain, bare)
    const definiteOne = /^(?:le|la|the|l[’'])/iu.test(plain) && !/^les/iu.test(plain)
    const refers = definiteOne && !/porte-parole|spokes/iu.test(bare) ? ('role' as const) : null
    return { ...about, refers, voice: voice(SourceKind.UNNAMED_IN_TEXT, capital(bare), role, issuer) }
  }
  if (BODY.test(bare)) {
    const known = !INDEFINITE.test(plain)
    return { ...nobody, voice: voice(known ? SourceKind.ORGANISATION : SourceKind.UNNAMED_IN_TEXT, capital(bare)) }
  }
  const isCapital = /^\p{Lu}/u.test(bare) || isJoinedOrganisation(bare)
  const isName = isCapital && !INDEFINITE.test(plain) && (DEFINITE.test(plain) || plain === bare)
  return { ...nobody, voice: voice(isName ? SourceKind.ORGANISATION : SourceKind.UNNAMED_IN_TEXT, capital(bare)) }
}

/** Who is meant by words that stand in a text: what it says of them elsewhere ("Anas Mallick, journaliste pour WION") is read too. */
export function voiceIn(text: string, words: string, apposition: string | null): ReadVoice | null {
  const read = readVoice(words, apposition)
  if (read?.voice.kind !== SourceKind.PERSON || read.refers) return read
  const full = fullNameIn(text, read.voice.name.split(' ').at(-1) ?? '')
  const named = full && readVoice(full.name, full.apposition)
  if (!named || named.voice.kind !== SourceKind.PERSON) return read
  const role = read.voice.role ?? named.voice.role
  return { ...named, ...read, affiliation: read.affiliation ?? named.affiliation, voice: { ...named.voice, role } }
}

import { SourceKind } from '@/prisma/generated/enums'

type Noun = 'masculine' | 'feminine' | 'plural'

const words = (noun: Noun, list: string) =>
  list
    .trim()
    .split(/\s+/)
    .map((word) => [word, noun] as const)

// Nouns with which French names of institutions and unnamed voices begin, written small within a sentence.
const NOUNS = new Map<string, Noun>([
  ...words(
    'feminine',
    `administration agence alliance ambassade armée assemblée association banque brigade chambre chancellerie coalition
    commission compagnie coordination cour défense délégation diplomatie direction fédération fondation force garde
    gendarmerie junte justice ligue mairie marine milice mission municipalité ong organisation police préfecture présidence
    protection région résistance sécurité société source sous-préfecture télévision université victime`,
  ),
  ...words(
    'masculine',
    `ancien bataillon bureau cabinet centre collectif comité commandement commissariat communiqué conseil conseiller
    consulat corps correspondant cartel département diplomate état-major expert fonctionnaire fonds front général
    gouvernement groupe habitant haut haut-commissariat hôpital institut journaliste maire média médecin militaire ministère
    ministre mouvement observatoire office officier palais parlement parquet parti policier porte-parole préfet président
    procureur programme rapport renseignement représentant réseau responsable secrétariat sénat service syndicat témoin
    tribunal`,
  ),
  ...words(
    'plural',
    `autorités combattants conseillers diplomates dirigeants experts fonctionnaires forces garde-côtes habitants
    journalistes médecins médias militaires militants officiers policiers pompiers procureurs rebelles renseignements
    représentants responsables secours secouristes services sources talibans témoins victimes`,
  ),
])

// Proper names that take an article and keep their capital. Reuters, Human Rights Watch, Interpol take none.
const PROPER = new Map<string, Noun>([
  ...words(
    'feminine',
    `cedeao cgt cia cpi croix-rouge knesset maison-blanche maison nsa oms onu opep osce otan ue
    union unesco aiea oaci oim oit ocde oea fao bundeswehr douma duma stasi swapo dgse dgsi csu cdu`,
  ),
  ...words(
    'masculine',
    `bundestag cicr congrès croissant-rouge élysée fbi fmi fsb gru hamas haut-karabakh hcr hezbollah kremlin mossad fatah
    pam pentagone quai quirinal svr vatican pkk fln mi5 mi6 kgb capitole`,
  ),
  ...words('plural', `casques chebab shebab chabab émirats états-unis gardiens houthis nations pays-bas philippines`),
])
const NO_ARTICLE =
  /^(?:israël|cuba|chypre|haïti|madagascar|malte|monaco|oman|bahreïn|djibouti|singapour|taïwan|hong|maurice|saint|sainte|são|trinité|porto|andorre|nauru|kiribati|tuvalu|vanuatu|palaos|samoa|tonga|sri)(?![\p{L}])/iu
const MASCULINE_IN_E = /^(?:mexique|cambodge|mozambique|zimbabwe|belize|suriname|saint-siège)$/iu

const DEFINITE: Record<Noun, string> = { masculine: 'le ', feminine: 'la ', plural: 'les ' }
const INDEFINITE: Record<Noun, string> = { masculine: 'un ', feminine: 'une ', plural: 'des ' }
const PLURAL_ARTICLE = /^(les|des|certains|certaines|plusieurs|quelques)\s/i
const ARTICLE = /^(le|la|un|une)\s|^l[’']/i
const VOWEL = /^[aeiouyàâäéèêëîïôœûh]/i
// "Le haut responsable", "le Hamas": an h before which nothing is dropped. Y of "le Yémen" neither.
const ASPIRATED = /^(?:haut|hamas|hezbollah|houthi|hcr|hollande|honduras|hongrie|hutu|halle|y(?=[aeéiou]))/i

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

let countries: ReadonlySet<string> | null = null
function isCountry(name: string): boolean {
  if (!countries) {
    const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
    const french = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' })
    countries = new Set(letters.flatMap((one) => letters.flatMap((other) => french.of(one + other) ?? [])))
  }
  return countries.has(name)
}

/** Number and gender of a country by the ending of its French name; null where it takes no article. */
function nounOfCountry(name: string): Noun | null {
  if (NO_ARTICLE.test(name)) return null
  const [head = ''] = name.split(/[\s(]/)
  if (/s$/.test(head) && !/^(?:laos|honduras|belarus|barbade)$/i.test(head)) return 'plural'
  return /e$/.test(head) && !MASCULINE_IN_E.test(head) ? 'feminine' : 'masculine'
}

function withArticle(name: string, noun: Noun, article: Record<Noun, string>): string {
  const isElided = article === DEFINITE && noun !== 'plural' && VOWEL.test(name) && !ASPIRATED.test(name)
  return (isElided ? 'l’' : article[noun]) + name
}

/**
 * A source's name as it stands within a French sentence ("les services de renseignement américains", "le Pentagone", "un
 * responsable", "Anas Mallick"), and whether it is several; null where the name does not tell.
 */
export function frenchName(kind: SourceKind, name: string): { text: string; plural: boolean | null } {
  if (kind === SourceKind.PERSON || kind === SourceKind.OUTLET) return { text: name, plural: false }
  if (PLURAL_ARTICLE.test(name)) return { text: lowerFirst(name), plural: true }
  if (ARTICLE.test(name)) return { text: lowerFirst(name), plural: false }
  const head = name.toLowerCase().split(/[\s,]/)[0] ?? ''
  const isBody = kind === SourceKind.ORGANISATION
  const proper = isBody ? (PROPER.get(head) ?? (isCountry(name) ? nounOfCountry(name) : null)) : null
  if (proper) return { text: withArticle(name, proper, DEFINITE), plural: proper === 'plural' }
  const noun = NOUNS.get(head)
  if (!noun) return { text: name, plural: kind === SourceKind.DOCUMENT ? false : null }
  const text = withArticle(lowerFirst(name), noun, isBody ? DEFINITE : INDEFINITE)
  return { text, plural: noun === 'plural' }
}

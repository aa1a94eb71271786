import { SourceKind } from '@/prisma/generated/enums'

type Noun = 'masculine' | 'feminine' | 'plural'

// Nouns with which French names of institutions and unnamed voices begin. Proper names (Reuters, WION) take no article.
const NOUNS: Record<string, Noun> = {
  ...Object.fromEntries(
    ['agence', 'ambassade', 'armée', 'commission', 'marine', 'mission', 'police', 'présidence', 'source'].map(
      (noun) => [noun, 'feminine' as const],
    ),
  ),
  ...Object.fromEntries(
    `ancien bureau commandement communiqué conseil diplomate expert général gouvernement haut journaliste média militaire
    ministre ministère parti porte-parole président rapport renseignement responsable service témoin`
      .split(/\s+/)
      .map((noun) => [noun, 'masculine' as const]),
  ),
  ...Object.fromEntries(
    `autorités combattants diplomates dirigeants experts forces habitants journalistes médias militaires militants renseignements
    responsables secours services sources talibans témoins`
      .split(/\s+/)
      .map((noun) => [noun, 'plural' as const]),
  ),
}

const DEFINITE: Record<Noun, string> = { masculine: 'le ', feminine: 'la ', plural: 'les ' }
const INDEFINITE: Record<Noun, string> = { masculine: 'un ', feminine: 'une ', plural: 'des ' }
const PLURAL_ARTICLE = /^(les|des|certains|certaines|plusieurs|quelques)\s/i
const ARTICLE = /^(le|la|un|une)\s|^l[’']/i
const VOWEL = /^[aeiouyàâéèêëîïôûh]/i

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/**
 * A source's name as it stands within a French sentence ("les services de renseignement américains", "un responsable",
 * "Anas Mallick"), and whether it is several; null where the name does not tell.
 */
export function frenchName(kind: SourceKind, name: string): { text: string; plural: boolean | null } {
  if (kind === SourceKind.PERSON || kind === SourceKind.OUTLET) return { text: name, plural: false }
  if (PLURAL_ARTICLE.test(name)) return { text: lowerFirst(name), plural: true }
  if (ARTICLE.test(name)) return { text: lowerFirst(name), plural: false }
  const head = name.toLowerCase().split(/[\s,]/)[0] ?? ''
  const noun = NOUNS[head]
  if (!noun) return { text: name, plural: kind === SourceKind.DOCUMENT ? false : null }
  const definite = kind === SourceKind.ORGANISATION
  const elided = definite && noun !== 'plural' && VOWEL.test(head) && !head.startsWith('haut')
  const article = elided ? 'l’' : (definite ? DEFINITE : INDEFINITE)[noun]
  return { text: article + lowerFirst(name), plural: noun === 'plural' }
}

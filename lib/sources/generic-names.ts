import { nameKey } from '@/lib/sources/name-key'

// Words that every country has for its own, in folded names: a name of nothing but these does not say of which country.
const GENERIC = new Set(
  `administration affaires affairs air aide ambassade armee armees army authorities autorites banque bank cabinet centrale
  central chancellerie city civile civil command commandement commission conseil council cour court coast guard defence
  defense department departement direction douanes customs economie education embassy energy energie etat etat-major etrangeres
  etranger exterieur exterieures finance finances force forces foreign garde gendarmerie general generale government
  gouvernement haute health house intelligence interior interieur internal justice locales local marine mayor mairie
  militaire militaires military ministere ministry minister municipalite nationale national navy office officials
  parlement parliament parquet police prefecture presidence presidency president prime premier protection prosecutor
  publique public regionales renseignement renseignements sante secours securite security senat senate service services
  staff state supreme supreme-court transports transport travail treasury tresor tribunal troops troupes ville`
    .trim()
    .split(/\s+/),
)
const SMALL = new Set(['le', 'la', 'les', 'l', 'de', 'du', 'des', 'd', 'et', 'the', 'of', 'for', 'and', 'a', 'an', 's'])

const wordsOf = (name: string) =>
  nameKey(name)
    .split(/[\s']+/)
    .filter((word) => word !== '' && !SMALL.has(word))

/** Whether a name does not say of which country or place: "ministère de la Défense", "police", "the army", "gouvernement". */
export function isGenericName(name: string): boolean {
  const words = wordsOf(name)
  return words.length > 0 && words.every((word) => GENERIC.has(word))
}

const ROLES = new Set(
  `adviser advisor agent agents aide ambassadeur ambassador analyst analyste ancien ancienne chef chief commandant commander
  commissaire commissioner conseiller conseillere delegue diplomat diplomate directeur director dirigeant elu employe expert former
  fonctionnaire general gouverneur governor haut haute head high hauts juge judge leader maire mayor magistrat member membre medecin
  ministre officer officers official officials officiel officiels officier officiers porte-parole prefet procureur ranking
  representant representative responsable responsables secretaire secretary senior soldat soldats soldier soldiers source sources
  spokesman spokesperson spokeswoman temoin temoins top vice witness witnesses`
    .trim()
    .split(/\s+/),
)

/** Whether a role does not say of which country or body: "porte-parole", "ministre de la Défense", "senior official". */
export function isGenericRole(role: string): boolean {
  const words = wordsOf(role)
  return words.length > 0 && words.every((word) => GENERIC.has(word) || ROLES.has(word))
}

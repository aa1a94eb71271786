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

/** Whether a name does not say of which country or place: "ministère de la Défense", "police", "the army", "gouvernement". */
export function isGenericName(name: string): boolean {
  const words = nameKey(name)
    .split(/[\s']+/)
    .filter((word) => word !== '' && !SMALL.has(word))
  return words.length > 0 && words.every((word) => GENERIC.has(word))
}

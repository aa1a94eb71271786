import type { SourceNode } from '@/lib/independence/stands-for'
import { nameKey } from '@/lib/sources/name-key'
import { SourceKind } from '@/prisma/generated/enums'

// In folded words. "Envoyé spécial" is a diplomat too: of an outlet only.
const REPORTS =
  /(?:^|[^\p{L}])(?:correspond\p{L}+|corrispondent\p{L}|corresponsal\p{L}*|korrespondent\p{L}*|reporters?|reportero?s?|journalist\p{L}*|periodistas?|giornalist\p{L}|stringers?|photographe\p{L}*|photojournal\p{L}*|cameram[ae]n|camerawom[ae]n)(?![\p{L}])/u
const SENT =
  /(?:^|[^\p{L}])(?:envoye\p{L}* specia\p{L}+|inviat\p{L} special\p{L}|enviad\p{L}+ especial\p{L}*|news teams?|equipes?|bureau)(?![\p{L}])/u

const reports = ({ name, role }: SourceNode, outlet: SourceNode): boolean => {
  const words = nameKey(role ?? name)
  return REPORTS.test(words) || (outlet.kind === SourceKind.OUTLET && SENT.test(words))
}

/**
 * The outlet or agency whose witness somebody is: named ("Anas Mallick of WION") or not ("its correspondent"). What they
 * saw is what it saw. Null for anyone else.
 */
export function outletOfReporter(source: SourceNode, affiliation: SourceNode | null): SourceNode | null {
  if (source.kind === SourceKind.PERSON) return affiliation?.kind === SourceKind.OUTLET ? affiliation : null
  const body = source.parent ?? affiliation
  const isBody = body?.kind === SourceKind.OUTLET || body?.kind === SourceKind.ORGANISATION
  return source.kind === SourceKind.UNNAMED_IN_TEXT && body && isBody && reports(source, body) ? body : null
}

import type { Reason } from '@/lib/errors'
import { PUBLISHER_KINDS } from '@/lib/sources/kinds'
import { nameKey } from '@/lib/sources/name-key'
import { MAX_ALIASES } from '@/lib/sources/schema'
import { SourceKind } from '@/prisma/generated/enums'

/** What must be known of two sources to say whether one may be merged into the other. */
export type Mergeable = {
  id: string
  kind: SourceKind
  name: string
  aliases: readonly string[]
  role: string | null
  parentId: string | null
  mergedIntoId: string | null
}

/** What only the database knows of the one that goes. */
export type DroppedFacts = {
  /** It is an article under check itself. */
  isArticle: boolean
  /** Articles appeared in it. */
  isOutletOfArticles: boolean
  /** The kept one belongs to it, directly or by others. */
  isAboveKept: boolean
  /** One of the two is part of the other, directly or by others. */
  isPartOfOther: boolean
  /** It is part of something, or something of it. */
  hasParts: boolean
}

const sameRole = (one: Mergeable, other: Mergeable) =>
  nameKey(one.role ?? '') === nameKey(other.role ?? '') && one.parentId === other.parentId

function kindRefusals(kept: Mergeable, dropped: Mergeable): Reason[] {
  const kinds = [kept.kind, dropped.kind]
  if (kinds.includes(SourceKind.CONFIDENTIAL)) return [{ key: 'source.mergeConfidential' }]
  const unnamed = kinds.filter((kind) => kind === SourceKind.UNNAMED_IN_TEXT).length
  if (unnamed === 1) return [{ key: 'source.mergeUnnamedWithNamed' }]
  if (unnamed === 2 && !sameRole(kept, dropped)) return [{ key: 'source.mergeOtherRole' }]
  return []
}

// A document stands for its issuer. Merged into what has another, or none, its appearances would be of an origin more.
const losesIssuer = (kept: Mergeable, dropped: Mergeable): boolean =>
  dropped.kind === SourceKind.DOCUMENT &&
  dropped.parentId !== null &&
  kept.id !== dropped.parentId &&
  !(kept.kind === SourceKind.DOCUMENT && kept.parentId === dropped.parentId)

const NAMED: SourceKind[] = [SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.DOCUMENT]

/** The kinds with which one of this kind may be merged at all. */
export const mergeableKinds = (kind: SourceKind): SourceKind[] => {
  if (kind === SourceKind.UNNAMED_IN_TEXT) return [kind]
  return kind === SourceKind.CONFIDENTIAL ? [] : NAMED
}

/** The aliases that the kept one gets: the name and the aliases of the one that goes, as far as it has them not yet. */
export function aliasesToAdd(kept: Mergeable, dropped: Mergeable): string[] {
  const seen = new Set([kept.name, ...kept.aliases].map(nameKey))
  return [dropped.name, ...dropped.aliases].filter((name) => {
    const key = nameKey(name)
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

/** Every reason against merging one source into another; none when they may be merged. */
export function mergeRefusals(kept: Mergeable, dropped: Mergeable, facts: DroppedFacts): Reason[] {
  if (kept.id === dropped.id) return [{ key: 'source.mergeWithItself' }]
  const merged = [kept, dropped].filter(({ mergedIntoId }) => mergedIntoId !== null)
  const aliases = kept.aliases.length + aliasesToAdd(kept, dropped).length
  return [
    ...merged.map(({ name }) => ({ key: 'source.alreadyMerged', values: { name } })),
    ...kindRefusals(kept, dropped),
    ...(facts.isArticle ? [{ key: 'source.mergeArticle', values: { name: dropped.name } }] : []),
    ...(facts.isOutletOfArticles && !PUBLISHER_KINDS.includes(kept.kind)
      ? [{ key: 'source.mergeOutlet', values: { name: dropped.name } }]
      : []),
    ...(losesIssuer(kept, dropped)
      ? [{ key: 'source.mergeIssuer', values: { name: dropped.name, kept: kept.name } }]
      : []),
    ...(facts.isAboveKept ? [{ key: 'source.mergeCircle', values: { name: dropped.name, kept: kept.name } }] : []),
    ...(facts.isPartOfOther ? [{ key: 'source.mergePart', values: { name: dropped.name, kept: kept.name } }] : []),
    ...(facts.hasParts && kept.kind !== SourceKind.ORGANISATION
      ? [{ key: 'source.mergePartsKind', values: { name: dropped.name, kept: kept.name } }]
      : []),
    ...(aliases > MAX_ALIASES ? [{ key: 'source.tooManyAliases' }] : []),
  ]
}

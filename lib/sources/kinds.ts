import { SourceKind } from '@/prisma/generated/enums'

// Apart from the schemas: forms need these, and the browser need not fetch what parses for them.

/** What a person can add. A confidential source needs an approval and a sealed identity: it has a form of its own. */
export const ADDABLE_KINDS = [
  SourceKind.PERSON,
  SourceKind.ORGANISATION,
  SourceKind.OUTLET,
  SourceKind.DOCUMENT,
  SourceKind.UNNAMED_IN_TEXT,
] as const

/** Two of these with one name are the same: the second is refused. Documents and unnamed voices share names freely. */
export const UNIQUE_KINDS: readonly SourceKind[] = [SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OUTLET]

/** Which kinds have a role, and which a parent (institution, issuer, owner): the others' forms do not ask. */
export const HAS_ROLE: readonly SourceKind[] = [SourceKind.PERSON, SourceKind.UNNAMED_IN_TEXT]
export const HAS_PARENT = [SourceKind.UNNAMED_IN_TEXT, SourceKind.DOCUMENT, SourceKind.OUTLET] as const
/** Who can publish a text: an outlet, or any organisation (an embassy its alert). */
export const PUBLISHER_KINDS: SourceKind[] = [SourceKind.OUTLET, SourceKind.ORGANISATION]
export const PARENT_KINDS: SourceKind[] = [SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.PERSON]

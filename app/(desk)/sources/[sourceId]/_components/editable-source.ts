import type { SourceValue } from '@/lib/sources/schema'
import type { SourceKind } from '@/prisma/generated/enums'

/** What of a source may be edited, as it stands. */
export interface EditableSource {
  id: string
  version: number
  kind: SourceKind
  name: string
  aliases: string[]
  role: string | null
  parent: SourceValue | null
  url: string | null
  wikidataId: string | null
  interests: string | null
  isGovernment: boolean | null
  article: { id: string } | null
}

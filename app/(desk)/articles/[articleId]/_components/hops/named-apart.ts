import { UNIQUE_KINDS } from '@/lib/sources/kinds'
import type { SourceValue } from '@/lib/sources/schema'

/** Whether a name of this kind is borne by one source alone: another of the name needs words that tell them apart. */
export const wantsApart = ({ kind }: Pick<SourceValue, 'kind'>): boolean => UNIQUE_KINDS.includes(kind)

/** The name under which a new source is made: with what tells it apart, and then found by the bare name too. */
export function namedApart(source: SourceValue): { name: string; aliases: string[] } {
  const { name, fresh } = source
  const apart = wantsApart(source) ? (fresh?.other?.trim() ?? '') : ''
  return apart === '' ? { name, aliases: [] } : { name: `${name} (${apart})`, aliases: [name] }
}

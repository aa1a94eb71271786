import type { ExcerptPart } from '@/lib/attributions/excerpt'
import classes from '../attribution/attribution.module.css'

/** Words of a text, with those that name a source and those that introduce it. */
export function MarkedWords({ parts }: { parts: readonly ExcerptPart[] }) {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in its order
    <span key={index} className={classes[part.kind]}>
      {part.text}
    </span>
  ))
}

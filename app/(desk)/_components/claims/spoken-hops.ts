import type { SpokenHop } from '@/lib/attributions/chain'

type StoredHop = Omit<SpokenHop, 'source'> & {
  source: SpokenHop['source'] & { parent: { name: string } | null }
}

/** Stored hops as the sentence of a chain takes them. */
export const spokenHops = (hops: readonly StoredHop[]): SpokenHop[] =>
  hops.map((hop) => ({ ...hop, source: { ...hop.source, institution: hop.source.parent?.name ?? null } }))

/** Where a source stands in one appearance of a claim: at the end of the chain, before it, or as the voice of evidence. */
export const STANDS = ['ORIGIN', 'RELAY', 'EVIDENCE', 'BEHALF', 'AFFILIATION'] as const
export type Stand = (typeof STANDS)[number]

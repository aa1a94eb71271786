const collator = new Intl.Collator('fr', { numeric: true })

/** Orders people by name as a French list does (Édith with the E), whatever the collation of the database. */
export const byName = (one: { name: string }, other: { name: string }): number => collator.compare(one.name, other.name)

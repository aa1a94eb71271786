/** Items of several claims, by claim, each claim's in the order given. */
export function byClaim<Item>(items: readonly Item[], claimIdOf: (item: Item) => string): Map<string, Item[]> {
  const grouped = new Map<string, Item[]>()
  for (const item of items) {
    const claimId = claimIdOf(item)
    const others = grouped.get(claimId)
    if (others) others.push(item)
    else grouped.set(claimId, [item])
  }
  return grouped
}

/** Items by key, each key's in the order given. (`Map.groupBy` is younger than the oldest Node that we support.) */
export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const grouped = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const others = grouped.get(key)
    if (others) others.push(item)
    else grouped.set(key, [item])
  }
  return grouped
}

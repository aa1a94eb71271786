/** Keys in groups: `union` puts the groups of two keys together, `find` answers the least key of a key's group. */
export function unionFind() {
  const parents = new Map<string, string>()
  const find = (key: string): string => {
    const parent = parents.get(key)
    return parent === undefined ? key : find(parent)
  }
  const union = (one: string, other: string): void => {
    const [least = '', most = ''] = [find(one), find(other)].sort()
    if (least !== most) parents.set(most, least)
  }
  return { find, union }
}

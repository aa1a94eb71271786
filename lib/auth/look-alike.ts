import type { Reason } from '@/lib/errors'

// Letters of other alphabets, and digits, that are read as Latin letters (after Unicode UTS #39, confusables).
const LIKE: Record<string, string> = {
  ...{ а: 'a', в: 'b', е: 'e', ё: 'e', һ: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p' },
  ...{ ѕ: 's', т: 't', у: 'y', х: 'x', с: 'c', ԁ: 'd', ԛ: 'q', ԝ: 'w', ѵ: 'v', ь: 'b', г: 'r', п: 'n' },
  ...{ α: 'a', β: 'b', ε: 'e', ζ: 'z', η: 'n', ι: 'i', κ: 'k', μ: 'm', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x' },
  ...{ ı: 'i', ɡ: 'g', ɑ: 'a', ℓ: 'i', 0: 'o', 1: 'i', l: 'i', '|': 'i' },
}

/** What a name looks like: names that are read as the same one have the same skeleton (after Unicode UTS #39). */
export function nameSkeleton(name: string): string {
  const folded = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}|]/gu, '')
  return Array.from(folded, (letter) => LIKE[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
}

/** Why a person may not be called so among these people: the name reads as that of one of them. */
export function lookAlikeRefusals(name: string, others: readonly string[]): Reason[] {
  const skeleton = nameSkeleton(name)
  const taken = others.find((other) => nameSkeleton(other) === skeleton)
  return taken === undefined ? [] : [{ key: 'auth.nameTaken', path: 'name', values: { name: taken } }]
}

import { nameKey } from '@/lib/sources/name-key'

// In folded words. An army staff ("état-major") and the Islamic State are no states, nor is a ministry "of State".
const GOVERNMENT =
  /(?:^|[^\p{L}])(?:gouvernements?|governments?|gobierno|governo|regierung|bundesregierung)$|^(?:(?:le |the )?(?:gouvernement|government|gobierno|governo|regierung)(?![\p{L}]))/u
const NAMED_SO =
  /^(?:(?:l'|la |le |the )?(?:administration|etat|state|republique|republic|royaume|kingdom|emirat|emirate|principaute|principality)(?![\p{L}-])(?! (?:islamique|islamic|department|secretary|of emergency|duma)))/u
const GOVERNED = /^\p{L}+ administration$/u

const ASSIGNED = /^[A-Z]{2}$/
let states: ReadonlySet<string> | null = null

/** The names of all states, folded, French and English, with and without their article. */
function namesOfStates(): ReadonlySet<string> {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
  const codes = letters.flatMap((one) => letters.map((other) => one + other)).filter((code) => ASSIGNED.test(code))
  const names = ['fr', 'en'].flatMap((locale) => {
    const display = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
    return codes.flatMap((code) => display.of(code) ?? [])
  })
  return new Set([...names, 'USA', 'U.S.A.', 'U.S.', 'UK', 'U.K.', 'États-Unis d’Amérique'].map(nameKey))
}

/**
 * Whether an organisation's name is that of a government or a state: "gouvernement afghan", "U.S. government", "États-Unis",
 * "Emirate of Afghanistan". Asked where nobody has said what it is.
 */
export function isCalledGovernment(name: string): boolean {
  const key = nameKey(name)
  if (GOVERNMENT.test(key) || NAMED_SO.test(key) || GOVERNED.test(key)) return true
  states ??= namesOfStates()
  return states.has(key) || states.has(key.replace(/^(?:l'|la |le |les |the )/u, ''))
}

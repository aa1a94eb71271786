import { createHmac } from 'node:crypto'
import { sha256 } from '@/lib/sha256'

/** One text for one content, whatever the order of its fields: dates as ISO texts, bytes as their hash, nothing undefined. */
export function canonical(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (value instanceof Date) return JSON.stringify(value)
  if (value instanceof Uint8Array) return `bytes:${sha256(value)}`
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value === 'object') {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined)
    // By code unit, not by a language's order: two processes may run under two locales.
    fields.sort(([one], [other]) => (one < other ? -1 : 1))
    return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join()}}`
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value)
  throw new TypeError(`A command's input holds a ${typeof value}, which cannot be compared.`)
}

const hmac = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('hex')

const fingerprint = (secret: string) => hmac(secret, 'command-input-key').slice(0, 8)

/**
 * What a command was asked, as `key:hash`. Keyed with the server's secret, which no copy of the database holds: passwords, links and
 * identities are part of what is asked, and a plain hash of them could be guessed. `key` tells one secret from the next.
 */
export const hashInput = (secret: string, asked: unknown): string =>
  `${fingerprint(secret)}:${hmac(secret, `command-input:${canonical(asked)}`)}`

/**
 * Whether what is asked is known not to be what was asked before. Rows from before have no hash; one under a secret that is none of
 * these any more cannot be compared.
 */
export function isOtherInput(earlier: string | null, secrets: readonly string[], asked: unknown): boolean {
  const secret = secrets.find((each) => earlier?.startsWith(`${fingerprint(each)}:`))
  return secret !== undefined && hashInput(secret, asked) !== earlier
}

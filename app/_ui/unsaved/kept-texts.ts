/** Whose unsaved texts are kept, and in which project. */
export type KeptOwner = {
  person: string
  project: string
  /** 32 bytes, base64: of this person alone, told by the server while they are signed in. */
  key: string
}

/** Where a text was typed: the form, and what it is about. */
export type KeptPlace = { form: string; of: string }

export type KeptText = {
  id: string
  /** When it was typed last, in milliseconds. */
  at: number
  /** The version of what is changed that its author began from; null: something new. */
  version: number | null
  value: unknown
}

type Row = { at: number; iv: string; sealed: string }

const PREFIX = 'recoupe:unsaved'
const DAY = 24 * 60 * 60 * 1000
export const LONGEST_KEPT = 14 * DAY
/** Of one text, in characters as they are stored: the browser gives a site about five million. */
export const LARGEST_KEPT = 3_000_000
export const MOST_KEPT = 100

const personPrefix = (person: string) => `${PREFIX}:${person}:`
const placePrefix = ({ person, project }: KeptOwner, { form, of }: KeptPlace) =>
  `${personPrefix(person)}${project}:${form}:${encodeURIComponent(of)}:`

const keysOf = (store: Storage, prefix: string): string[] =>
  Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((key) => key.startsWith(prefix))

function rowOf(store: Storage, key: string): Row | null {
  try {
    const row: unknown = JSON.parse(store.getItem(key) ?? 'null')
    if (typeof row !== 'object' || row === null) return null
    const { at, iv, sealed } = row as Partial<Row>
    return typeof at === 'number' && typeof iv === 'string' && typeof sealed === 'string' ? { at, iv, sealed } : null
  } catch {
    return null
  }
}

/** Whoever's: what is too old, is none, or is one too many goes. */
function sweep(store: Storage, now: number): void {
  const rows = keysOf(store, PREFIX).map((key) => ({ key, at: rowOf(store, key)?.at ?? 0 }))
  rows.sort((one, other) => other.at - one.at)
  for (const [index, { key, at }] of rows.entries())
    if (index >= MOST_KEPT || at < now - LONGEST_KEPT || at > now + DAY) store.removeItem(key)
}

const SWEPT_MS = 60_000
const sweptAt = new WeakMap<Storage, number>()

/** A page with a hundred forms looks through the store once. */
function sweepSometimes(store: Storage, now: number): void {
  if (now - (sweptAt.get(store) ?? Number.NEGATIVE_INFINITY) < SWEPT_MS) return
  sweptAt.set(store, now)
  sweep(store, now)
}

const BATCH = 0x8000

export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += BATCH) text += String.fromCharCode(...bytes.subarray(at, at + BATCH))
  return btoa(text)
}

export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)

const keyOf = (owner: KeptOwner) =>
  crypto.subtle.importKey('raw', bytesOf(owner.key), 'AES-GCM', false, ['encrypt', 'decrypt'])

/** The browser's own store; null where it has none, or may not seal (a page that came without TLS). */
export function browserStore(): Storage | null {
  try {
    return typeof crypto !== 'undefined' && 'subtle' in crypto && crypto.subtle ? window.localStorage : null
  } catch {
    return null
  }
}

/**
 * Keeps what somebody typed and did not save, sealed with the key of that person: whoever else sits down at this browser
 * reads nothing. Answers whether it is kept: it is not where the store is full, or the text too large.
 */
export async function keep(store: Storage, owner: KeptOwner, place: KeptPlace, text: KeptText): Promise<boolean> {
  try {
    const key = placePrefix(owner, place) + text.id
    const written = new TextEncoder().encode(JSON.stringify({ version: text.version, value: text.value }))
    if (written.length > LARGEST_KEPT * 0.75) return false
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const additionalData = new TextEncoder().encode(key)
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, await keyOf(owner), written)
    const row: Row = { at: text.at, iv: base64Of(iv), sealed: base64Of(new Uint8Array(sealed)) }
    sweep(store, text.at)
    store.setItem(key, JSON.stringify(row))
    return true
  } catch {
    return false
  }
}

async function opened(store: Storage, owner: KeptOwner, key: string): Promise<KeptText | null> {
  const row = rowOf(store, key)
  if (!row) return null
  try {
    const additionalData = new TextEncoder().encode(key)
    const how = { name: 'AES-GCM', iv: bytesOf(row.iv), additionalData }
    const plain = await crypto.subtle.decrypt(how, await keyOf(owner), bytesOf(row.sealed))
    const { version, value } = JSON.parse(new TextDecoder().decode(plain)) as Pick<KeptText, 'version' | 'value'>
    return { id: key.slice(key.lastIndexOf(':') + 1), at: row.at, version, value }
  } catch {
    return null
  }
}

/** The texts kept for a form, the latest first; those of an older key are left out. */
export async function listKept(store: Storage, owner: KeptOwner, place: KeptPlace, now: number): Promise<KeptText[]> {
  sweepSometimes(store, now)
  const keys = keysOf(store, placePrefix(owner, place))
  const texts = await Promise.all(keys.map((key) => opened(store, owner, key)))
  return texts.filter((text) => text !== null).sort((one, other) => other.at - one.at)
}

export const forget = (store: Storage, owner: KeptOwner, place: KeptPlace, id: string): void =>
  store.removeItem(placePrefix(owner, place) + id)

/** Everything of one person, in all projects: when they sign out. */
export function forgetAllOf(store: Storage, person: string): void {
  for (const key of keysOf(store, personPrefix(person))) store.removeItem(key)
}

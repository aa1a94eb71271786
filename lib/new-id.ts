import { v7 } from 'uuid'

/** A new UUIDv7 (RFC 9562): made by whoever makes the thing, in time order. Apart from `lib/ids`, whose schemas the browser need not fetch for it. */
export const newId = (): string => v7()

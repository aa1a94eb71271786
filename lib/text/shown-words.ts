import type { Utf16 } from './code-points'

/** How a stored text and what a page shows of it lie side by side; offsets in UTF-16. */
export type Alignment = { toStored: (shown: Utf16) => Utf16; toShown: (stored: Utf16) => Utf16 }

const SAME: Alignment = { toStored: (offset) => offset, toShown: (offset) => offset }

// What scripts that hyphenate put between letters, and nobody sees: soft hyphen, zero-width space, word joiner, byte order mark.
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF]/

/**
 * Lays what a page shows beside the stored text. Null when it shows other words: only what is not to be seen may have been
 * added. The time is linear in both.
 */
export function alignShown(shown: string, stored: string): Alignment | null {
  if (shown === stored) return SAME
  if (shown.length < stored.length) return null
  const storedAt = new Uint32Array(shown.length + 1)
  const shownAt = new Uint32Array(stored.length + 1)
  let at = 0
  for (let offset = 0; offset < shown.length; offset++) {
    storedAt[offset] = at
    if (shown[offset] === stored[at]) shownAt[at++] = offset
    else if (!UNSEEN.test(shown.charAt(offset))) return null
  }
  if (at < stored.length) return null
  storedAt[shown.length] = at
  shownAt[at] = shown.length
  return { toStored: (offset) => storedAt[offset] ?? at, toShown: (offset) => shownAt[offset] ?? shown.length }
}

/** The words alone, for comparing what is laid out differently: without white space and what is not to be seen. */
export const bareWords = (text: string) => text.replaceAll(/[\s\u00AD\u200B\u2060\uFEFF]+/g, '')

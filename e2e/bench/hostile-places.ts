import { codePointLength, indexText, sliceCodePoints } from '@/lib/text/code-points'

/** A piece of work on a text of any length, with the exported functions (`file name`) that it has do their full work. */
export type HostileWork = { name: string; of: readonly string[]; run: (text: string) => unknown }

/** A short range at the beginning, in the middle and at the end, in code points. */
export const placesIn = (text: string) => {
  const { length } = indexText(text)
  return [0, Math.floor(length / 2), length - 12].map((at) => ({
    start: Math.max(0, at),
    end: Math.min(length, Math.max(0, at) + 12),
  }))
}
const stored = (text: string, start: number, end: number) => ({
  ...{ start, end, exact: text.slice(start, end) },
  prefix: text.slice(Math.max(0, start - 32), start),
  suffix: text.slice(end, end + 32),
})
export const middle = (text: string, length: number) => {
  const start = Math.max(0, Math.floor((text.length - length) / 2))
  return stored(text, start, Math.min(text.length, start + length))
}
/** A span around the middle of a text, in code points: one that was made on it. */
export const spanWithin = (text: string, extent: number) => {
  const length = codePointLength(text)
  const start = Math.max(0, Math.floor((length - extent) / 2))
  const end = Math.min(length, start + extent)
  const cut = (from: number, to: number) => sliceCodePoints(text, Math.max(0, from), Math.min(length, to))
  return { start, end, exact: cut(start, end), prefix: cut(start - 32, start), suffix: cut(end, end + 32) }
}
export const work = (name: string, of: readonly string[], run: HostileWork['run']): HostileWork => ({ name, of, run })
/** Every so many characters something is asked. */
export const EVERY = 40

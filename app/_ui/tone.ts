/** Names of the colours in theme.css that may colour a text. */
const TONES = [
  'ink',
  'mute',
  'accent',
  'false',
  'mostlyfalse',
  'mixed',
  'mostlytrue',
  'true',
  'unknown',
  'casualties',
  'warning',
  'responsibility',
  'statement',
  'operation',
  'prediction',
  'identity',
  'quantity',
  'other',
] as const

export type Tone = (typeof TONES)[number]

export function isTone(name: unknown): name is Tone {
  return TONES.some((tone) => tone === name)
}

export function toneColor(tone: Tone) {
  return `var(--${tone})`
}

const ENTRY = new Set(['sign-in', 'forgotten', 'invitation', 'join', 'projects', 'reset', 'setup'])
const OWN = ['sources', 'claims', 'events', 'shared-sentences'] as const

export type MessagePart = (typeof OWN)[number] | 'frame' | 'entry' | 'articles' | 'workbench' | 'rest'

/** Which part of the messages the screen at an address needs beside those of the frame (see lib/launch/message-parts.mjs). */
export function partOfPath(path: string): MessagePart {
  const [first = '', second, third] = path.split('/').filter(Boolean)
  if (ENTRY.has(first)) return 'entry'
  if (first === 'articles') return second && second !== 'import' && !third ? 'workbench' : 'articles'
  return OWN.find((name) => name === first) ?? 'rest'
}

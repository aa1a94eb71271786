import type { Cue } from '@/lib/attributions/cue'
import { nameAfter } from '@/lib/attributions/names-after'
import type { SentenceWord } from '@/lib/attributions/sentence-words'
import type { VerbGroup } from '@/lib/attributions/verb-groups'
import { readVoice } from '@/lib/attributions/voice-words'
import { SourceKind } from '@/prisma/generated/enums'

const TELLS = /^(?:told|tells|tell|telling)$/
const TO = /^(?:à|au)$/
// So many words behind the verb an outlet may be named, in so many words.
const [BEHIND, LONGEST] = [6, 6]

/** "told Reuters", "a indiqué à l’AFP": the outlet to which somebody spoke, through which the text has it. */
export function toldOutlet(text: string, words: readonly SentenceWord[], group: VerbGroup): Cue['addressed'] {
  const first = group.to + 1
  const isTold = TELLS.test(words[group.at]?.low ?? '')
  for (let at = first; at < Math.min(words.length, first + BEHIND); at++) {
    const word = words[at]
    if (!word?.isWord) return null
    const isTo = group.verb.french && TO.test(word.low)
    if (!isTo && !(isTold && at === first)) continue
    const name = nameAfter(words, isTo ? at + 1 : at, Math.min(words.length, at + LONGEST), false)
    const [start, cue] = [name && words[name.run.from], isTo ? word : words[group.at]]
    // "à l’AFP Ann Roy": the speaker's name stands right behind.
    for (let end = name?.run.to ?? at; name && start && cue && end > name.run.from; end--) {
      const place = { start: start.start, end: words[end - 1]?.end ?? start.end }
      if (readVoice(text.slice(place.start, place.end), null)?.voice.kind === SourceKind.OUTLET)
        return { cue: { start: cue.start, end: cue.end }, place }
    }
  }
  return null
}

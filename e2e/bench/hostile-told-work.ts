import { EVERY, type HostileWork, middle, placesIn, work } from '@/e2e/bench/hostile-places'
import { accordingCues, addressingIn, isSpeaker } from '@/lib/attributions/according'
import { bareWording } from '@/lib/attributions/bare-wording'
import { meaningOf } from '@/lib/attributions/cue-meaning'
import { cuesIn } from '@/lib/attributions/cues'
import { englishName } from '@/lib/attributions/english-name'
import { hopExcerpt, quoteWithWords } from '@/lib/attributions/excerpt'
import { frenchName } from '@/lib/attributions/french-name'
import { fullNameIn } from '@/lib/attributions/full-names'
import { keysOf, matchVoices } from '@/lib/attributions/match-voices'
import { nearestOccurrence } from '@/lib/attributions/occurrence'
import { officialOf } from '@/lib/attributions/official-words'
import { openingSubject } from '@/lib/attributions/opening-subject'
import { paragraphAt } from '@/lib/attributions/paragraph'
import { isJoinedName, isJoinedOrganisation, isNameWord, isParticle } from '@/lib/attributions/particles'
import { proposeChains } from '@/lib/attributions/propose'
import { looksTranslated, quoteAround, quotedParagraphs } from '@/lib/attributions/quotes'
import { dayBehind, isCircumstance, isDay } from '@/lib/attributions/said-day'
import { wordsOf } from '@/lib/attributions/sentence-words'
import { readSpeakers } from '@/lib/attributions/speakers'
import { toldOutlet } from '@/lib/attributions/told-outlet'
import { toldText } from '@/lib/attributions/told-text'
import { verbGroups } from '@/lib/attributions/verb-groups'
import { isNoSource, isVoice } from '@/lib/attributions/voice-like'
import { readVoice, voiceIn, withoutArticle } from '@/lib/attributions/voice-words'
import { isGenericName, isGenericRole } from '@/lib/sources/generic-names'
import { isCalledGovernment } from '@/lib/sources/governments'
import { codePointLength } from '@/lib/text/code-points'
import { readWarning } from '@/lib/warnings/warning-words'

const source = (name: string) => ({
  ...{ id: 'id', kind: 'PERSON' as const, name, role: name, aliases: [name], parent: null, inArticle: false },
})

/** What is read of a text for its voices. */
export const TOLD_WORK: readonly HostileWork[] = [
  work('cuesIn', ['lib/attributions/cues.ts cuesIn'], (text) => cuesIn(text, { start: 0, end: text.length })),
  work(
    'words of a sentence',
    [
      'sentence-words.ts wordsOf',
      'opening-subject.ts openingSubject',
      'according.ts accordingCues',
      'according.ts addressingIn',
      'told-outlet.ts toldOutlet',
    ].map((name) => `lib/attributions/${name}`),
    (text) => {
      const whole = { start: 0, end: text.length }
      const words = wordsOf(text, whole)
      for (const group of verbGroups(words)) toldOutlet(text, words, group)
      return [words, openingSubject(text, whole), accordingCues(text, words), addressingIn(text, whole)]
    },
  ),
  work(
    'who may be a voice',
    [...['isVoice', 'isNoSource'].map((name) => `voice-like.ts ${name}`), 'according.ts isSpeaker'].map(
      (name) => `lib/attributions/${name}`,
    ),
    (text) => [isVoice(text), isNoSource(text), isSpeaker(text)],
  ),
  work('meaningOf', ['lib/attributions/cue-meaning.ts meaningOf'], meaningOf),
  work('hopExcerpt', ['lib/attributions/excerpt.ts hopExcerpt'], (text) => {
    const [first, second, third] = placesIn(text)
    return [
      hopExcerpt(text, { source: first ?? null, cue: third ?? null }),
      hopExcerpt(text, { source: second ?? null, cue: null }),
    ]
  }),
  work('quoteWithWords', ['lib/attributions/excerpt.ts quoteWithWords'], (text) =>
    quoteWithWords(
      text,
      0,
      placesIn(text).map((source) => ({ source, cue: null })),
    ),
  ),
  work('frenchName', ['lib/attributions/french-name.ts frenchName'], (text) => frenchName('ORGANISATION', text)),
  work('englishName', ['lib/attributions/english-name.ts englishName'], (text) => [
    englishName('ORGANISATION', text),
    englishName('UNNAMED_IN_TEXT', text),
  ]),
  work(
    'particles',
    ['isParticle', 'isNameWord', 'isJoinedName', 'isJoinedOrganisation'].map(
      (name) => `lib/attributions/particles.ts ${name}`,
    ),
    (text) => [isParticle(text), isNameWord(text, text), isJoinedName(`al-${text}`), isJoinedOrganisation(text)],
  ),
  work('isGenericName', ['lib/sources/generic-names.ts isGenericName'], isGenericName),
  work('isGenericRole', ['lib/sources/generic-names.ts isGenericRole'], isGenericRole),
  work('officialOf', ['lib/attributions/official-words.ts officialOf'], (text) => [
    officialOf(text),
    officialOf(`responsable du ${text}`),
    officialOf(`${text} official`),
  ]),
  work(
    'the day of saying',
    ['dayBehind', 'isDay', 'isCircumstance'].map((name) => `lib/attributions/said-day.ts ${name}`),
    (text) => {
      for (let at = 0; at < text.length; at += EVERY) dayBehind(text, at)
      return [isDay(text), isCircumstance(text), isCircumstance(`sous couvert ${text}`)]
    },
  ),
  work('isCalledGovernment', ['lib/sources/governments.ts isCalledGovernment'], isCalledGovernment),
  work(
    'proposeChains and matchVoices',
    ['propose.ts proposeChains', 'match-voices.ts matchVoices', 'match-voices.ts keysOf'].map(
      (name) => `lib/attributions/${name}`,
    ),
    (text) => {
      const chains = proposeChains(text, 'fr', placesIn(text))
      return [keysOf(chains), matchVoices(chains, [source(text.slice(0, 300))])]
    },
  ),
  work('bareWording', ['lib/attributions/bare-wording.ts bareWording'], (text) =>
    placesIn(text).map((place) => bareWording(text, 'fr', place)),
  ),
  work('readWarning', ['lib/warnings/warning-words.ts readWarning'], (text) => readWarning(text)),
  work('nearestOccurrence', ['lib/attributions/occurrence.ts nearestOccurrence'], (text) => [
    nearestOccurrence(text, middle(text, 15).exact.toUpperCase(), 0, 5),
    nearestOccurrence(text, `b${text.slice(0, text.length / 2)}`, 0, 5),
  ]),
  work('paragraphAt', ['lib/attributions/paragraph.ts paragraphAt'], (text) => {
    const length = codePointLength(text)
    for (let at = 0; at < length; at += EVERY) paragraphAt(text, at)
  }),
  work(
    'quotes',
    ['quotedParagraphs', 'quoteAround', 'looksTranslated'].map((name) => `lib/attributions/quotes.ts ${name}`),
    (text) => {
      const paragraphs = quotedParagraphs(text)
      for (const { start, end, quotes } of paragraphs.slice(0, 3))
        for (let at = start; at < end; at += EVERY) quoteAround(quotes, { start: at, end: at + 1 })
      return looksTranslated(text, 'fr')
    },
  ),
  work(
    'readVoice',
    ['lib/attributions/voice-words.ts readVoice', 'lib/attributions/voice-words.ts withoutArticle'],
    (text) => [
      readVoice(text, null),
      readVoice('Anas Mallick', text),
      readVoice(`le porte-parole ${text}`, text),
      withoutArticle(text),
    ],
  ),
  work('fullNameIn', ['lib/attributions/full-names.ts fullNameIn'], (text) => [
    fullNameIn(text, 'Bxyac'),
    fullNameIn(text, text.slice(0, 20)),
  ]),
  work('toldText, every cue of it', ['lib/attributions/told-text.ts toldText'], (text) => {
    const told = toldText(text, 'fr')
    for (const paragraph of told.paragraphs)
      for (const sentence of told.sentencesIn(paragraph)) for (const cue of told.cuesIn(sentence)) told.readCue(cue)
    return told
  }),
  work('readSpeakers', ['lib/attributions/speakers.ts readSpeakers'], (text) => {
    const length = codePointLength(text)
    return [readSpeakers(text, 'fr', { start: 0, end: length }), readSpeakers(text, null, { start: 9, end: 40 })]
  }),
  work('voiceIn', ['lib/attributions/voice-words.ts voiceIn'], (text) => {
    for (const at of [0, 1, 2]) voiceIn(text, `M. Mallick${at ? at : ''}`, null)
    return voiceIn(text, 'M. Bxyac', null)
  }),
]

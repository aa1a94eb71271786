import { EVERY, type HostileWork, middle, placesIn, spanWithin, work } from '@/e2e/bench/hostile-places'
import { nearTo } from '@/e2e/bench/hostile-texts'
import { seenRefusals, withWords } from '@/lib/articles/seen-words'
import { readClock } from '@/lib/dates/read-clock'
import { readDate } from '@/lib/dates/read-date'
import { dateIn, daysByRule } from '@/lib/dates/read-day'
import { typedZone, zoneOf } from '@/lib/dates/time-zones'
import { readTypedDate } from '@/lib/dates/typed-date'
import { goesOn } from '@/lib/text/abbreviations'
import { anchorAll } from '@/lib/text/anchor-all'
import { codePointLength, indexText, sliceCodePoints, toCodePoint, toUtf16 } from '@/lib/text/code-points'
import { countWords } from '@/lib/text/count-words'
import { cutPieces } from '@/lib/text/cut-pieces'
import { runsRightToLeft } from '@/lib/text/direction'
import { withoutEntities } from '@/lib/text/entities'
import { printsOf } from '@/lib/text/fingerprint'
import { foldPlaces, foldText } from '@/lib/text/fold'
import { foldedWords, joinedWords, weightOf } from '@/lib/text/folded-words'
import { graphemeEnd, graphemeStart } from '@/lib/text/graphemes'
import { holdsInvisible, plainName, saysSomething, unseenIn } from '@/lib/text/invisible'
import { isCompound, lineStrokes } from '@/lib/text/line-strokes'
import { cutLong } from '@/lib/text/long-sentence'
import { isNearVerbatim, nearVerbatim, textWords } from '@/lib/text/near-verbatim'
import { boundMarks, normalForm } from '@/lib/text/normal-form'
import { normaliseText, paragraphsOf, utf16ParagraphsOf } from '@/lib/text/normalise'
import { exactOccurrences, nearOccurrences } from '@/lib/text/occurrences'
import { sentenceAround, sentencesBetween, sentencesOf, utf16SentencesOf } from '@/lib/text/sentences'
import { freshOf, sharedBlocks } from '@/lib/text/shared-blocks'
import { alignShown, bareWords } from '@/lib/text/shown-words'
import { similarity } from '@/lib/text/similarity'
import { snapRange } from '@/lib/text/snap'
import { spanAt } from '@/lib/text/span'
import { textChanges } from '@/lib/text/text-changes'
import { diffWords } from '@/lib/text/word-diff'
import { likelyStretches, wordPlaces } from '@/lib/text/word-places'
import { moveCursor } from '@/lib/text/words'
import { readWindow } from '@/lib/warnings/read-window'

/** What lib/text does with a text. */
export const TEXT_WORK: readonly HostileWork[] = [
  work('goesOn', ['lib/text/abbreviations.ts goesOn'], (text) => [goesOn(text, text), goesOn(`${text}.`, text)]),
  work('anchor passages again', ['lib/text/anchor-all.ts anchorAll'], (text) =>
    anchorAll([spanWithin(text, 40), spanWithin(text, 20_000)], text, `x ${nearTo(text)}`),
  ),
  work(
    'where words stand',
    ['wordPlaces', 'likelyStretches'].map((name) => `lib/text/word-places.ts ${name}`),
    (text) => likelyStretches(nearTo(text), wordPlaces(text, [{ from: 0, to: text.length }])),
  ),
  work('anchor the whole again', [], (text) =>
    anchorAll([spanWithin(text, codePointLength(text) - 9)], text, `${text} x`),
  ),
  work('anchor in another text', [], (text) => anchorAll([spanWithin(nearTo(text), 300)], nearTo(text), text)),
  work(
    'what two texts share',
    ['sharedBlocks', 'freshOf'].map((name) => `lib/text/shared-blocks.ts ${name}`),
    (text) => freshOf(text, sharedBlocks(nearTo(text), text), 'to'),
  ),
  work(
    'code points',
    ['toCodePoint', 'toUtf16', 'codePointLength', 'sliceCodePoints', 'indexText'].map(
      (name) => `lib/text/code-points.ts ${name}`,
    ),
    (text) => {
      const length = codePointLength(text)
      for (let at = 0; at < length; at += EVERY) {
        toCodePoint(text, toUtf16(text, at))
        sliceCodePoints(text, at, length)
      }
      return indexText(text)
    },
  ),
  work('words on screen', ['lib/text/shown-words.ts alignShown', 'lib/text/shown-words.ts bareWords'], (text) => [
    alignShown(text.replaceAll(' ', ' \u00ad'), text)?.toStored(toUtf16(text, 1)),
    bareWords(text),
  ]),
  work('seen words', ['lib/articles/seen-words.ts withWords', 'lib/articles/seen-words.ts seenRefusals'], (text) =>
    [...placesIn(text), { start: 0, end: codePointLength(text) }].map((place) =>
      seenRefusals(text, withWords(text, place)),
    ),
  ),
  work('countWords', ['lib/text/count-words.ts countWords'], (text) => countWords(text)),
  work('cutPieces', ['lib/text/cut-pieces.ts cutPieces'], (text) => cutPieces(text, 0, text.length, 2000)),
  work(
    'directions and invisibles',
    ['lib/text/direction.ts runsRightToLeft', 'lib/text/invisible.ts unseenIn'],
    (text) => [runsRightToLeft(text, text.length), unseenIn(text), unseenIn(text.replaceAll(' ', '\u200b'))],
  ),
  work('withoutEntities', ['lib/text/entities.ts withoutEntities'], withoutEntities),
  work(
    'line strokes',
    ['isCompound', 'lineStrokes'].map((name) => `lib/text/line-strokes.ts ${name}`),
    (text) => [isCompound(text, text), lineStrokes(text), lineStrokes(text.replaceAll(' ', '-\n '))],
  ),
  work(
    'folding',
    ['foldText', 'foldPlaces'].map((name) => `lib/text/fold.ts ${name}`),
    (text) => [foldText(text), foldPlaces(text)],
  ),
  work(
    'folded words',
    ['foldedWords', 'joinedWords', 'weightOf'].map((name) => `lib/text/folded-words.ts ${name}`),
    (text) => [foldedWords(text), joinedWords(text), weightOf(text)],
  ),
  work('printsOf', ['lib/text/fingerprint.ts printsOf'], printsOf),
  work('graphemes', ['lib/text/graphemes.ts graphemeStart', 'lib/text/graphemes.ts graphemeEnd'], (text) =>
    placesIn(text).map(({ start }) => [graphemeStart(text, start), graphemeEnd(text, start + 1)]),
  ),
  work(
    'nearVerbatim of a near text',
    ['lib/text/near-verbatim.ts nearVerbatim', 'lib/text/near-verbatim.ts isNearVerbatim'],
    (text) => [nearVerbatim(text, nearTo(text)), isNearVerbatim(nearTo(text), text)],
  ),
  work('textWords', ['lib/text/near-verbatim.ts textWords'], textWords),
  work(
    'normal forms',
    ['boundMarks', 'normalForm'].map((name) => `lib/text/normal-form.ts ${name}`),
    (text) => [boundMarks(text), ...(['NFC', 'NFD', 'NFKC', 'NFKD'] as const).map((form) => normalForm(text, form))],
  ),
  work(
    'invisible characters',
    ['saysSomething', 'holdsInvisible', 'plainName'].map((name) => `lib/text/invisible.ts ${name}`),
    (text) => [saysSomething(text), holdsInvisible(text), plainName(text)],
  ),
  work('normaliseText', ['lib/text/normalise.ts normaliseText'], normaliseText),
  work('paragraphs', ['lib/text/normalise.ts paragraphsOf', 'lib/text/normalise.ts utf16ParagraphsOf'], (text) => [
    paragraphsOf(text),
    utf16ParagraphsOf(text),
  ]),
  work('exactOccurrences', ['lib/text/occurrences.ts exactOccurrences'], (text) => [
    exactOccurrences(text, middle(text, 20).exact, Number.POSITIVE_INFINITY),
    exactOccurrences(text, `b${middle(text, Math.floor(text.length / 2)).exact}`, 10),
  ]),
  work('nearOccurrences', ['lib/text/occurrences.ts nearOccurrences'], (text) =>
    nearOccurrences(text, `${middle(text, 60).exact}#${middle(text, 60).exact}`, 24, 8),
  ),
  work('readDate', ['lib/dates/read-date.ts readDate'], (text) => [
    readDate(text, { earliest: '2021-08-01', latest: '2021-08-31' }),
    readDate(`${text} hier`, null),
  ]),
  work(
    'times and windows',
    [
      'lib/dates/read-clock.ts readClock',
      'lib/dates/read-day.ts dateIn',
      'lib/dates/typed-date.ts readTypedDate',
      'lib/dates/time-zones.ts zoneOf',
      'lib/dates/time-zones.ts typedZone',
      'lib/warnings/read-window.ts readWindow',
    ],
    (text) => [
      readClock(text, '2021-08-26'),
      readClock(`17h50 (${text}`, '2021-08-26'),
      readTypedDate(text),
      dateIn(`le 26 août 2021 à 17h50, heure de ${text}`, null, text, daysByRule),
      zoneOf(text),
      typedZone(text.slice(0, 200)),
      readWindow(text, { earliest: '2021-08-26', latest: '2021-08-26', precision: 'DAY' }),
    ],
  ),
  work('sentencesOf', ['lib/text/sentences.ts sentencesOf', 'lib/text/sentences.ts utf16SentencesOf'], (text) => [
    sentencesOf(text, 'fr'),
    utf16SentencesOf(text, { start: 0, end: text.length }, 'fr'),
  ]),
  work('cutLong', ['lib/text/long-sentence.ts cutLong'], (text) => cutLong(text, 0, text.length)),
  work(
    'sentences around places',
    ['lib/text/sentences.ts sentenceAround', 'lib/text/sentences.ts sentencesBetween'],
    (text) =>
      placesIn(text).map(({ start, end }) => [
        sentenceAround(text, start, end, 'fr'),
        sentencesBetween(text, start, end, 'en'),
      ]),
  ),
  work('similarity', ['lib/text/similarity.ts similarity'], (text) => similarity(text, nearTo(text))),
  work('snapRange', ['lib/text/snap.ts snapRange'], (text) => [
    ...placesIn(text).map(({ start, end }) => snapRange(text, start, end)),
    snapRange(text, 1, codePointLength(text)),
  ]),
  work('spanAt', ['lib/text/span.ts spanAt'], (text) => [
    ...placesIn(text).map(({ start, end }) => spanAt(text, start, end)),
    spanAt(text, 1, codePointLength(text)),
  ]),
  work('textChanges', ['lib/text/text-changes.ts textChanges'], (text) => textChanges(text, nearTo(text))),
  work('diffWords', ['lib/text/word-diff.ts diffWords'], (text) => diffWords(text, nearTo(text))),
  work('moveCursor', ['lib/text/words.ts moveCursor'], (text) =>
    placesIn(text).flatMap(({ end }) =>
      (['grapheme', 'word', 'sentence', 'paragraph'] as const).flatMap((unit) => [
        moveCursor(text, end, unit, 'next', 'fr'),
        moveCursor(text, end, unit, 'previous', 'fr'),
      ]),
    ),
  ),
]

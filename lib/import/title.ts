import { codePointLength, sliceCodePoints } from '@/lib/text/code-points'
import { graphemeStart } from '@/lib/text/graphemes'
import { utf16ParagraphsOf } from '@/lib/text/normalise'
import { sentencesOf } from '@/lib/text/sentences'

/** A longer first sentence is cut, in code points. */
const LONGEST = 110
/** What has neither letter nor digit is a row of stars, or of smileys. */
const SAYS_A_WORD = /[\p{L}\p{N}]/u
/** A cut leaves at least this much. */
const SHORTEST_CUT = 50

// Where a clause ends: at a mark, or before a word that joins another one to it.
const CLAUSE_END =
  /\s*[,;:](?=\s)|\s+[–—-](?=\s)|\s(?=(?:et|ou|mais|alors|après|selon|tandis|and|or|but|while|after|according)\s)/gu
const TRAILING_SMALL_WORDS =
  /(?:[\s,;:–—-]|\s(?:le|la|les|l’|un|une|des|du|de|d’|à|au|aux|en|dans|par|pour|sur|que|qui|et|ou|the|an?|of|to|in|on|at|by|for|from|and|or|that|with)|[\s’'][«“"‘(])+$/iu
const QUOTED = [
  ['“', '”'],
  ['«', '»'],
  ['‘', '’'],
  ['"', '"'],
] as const

/** The text without a quotation mark at its beginning that nothing closes, or with its outer ones taken off. */
function unquoted(text: string): string {
  const pair = QUOTED.find(([open]) => text.startsWith(open))
  if (!pair) return text
  const inner = text.slice(1).trimStart()
  const close = inner.indexOf(pair[1])
  if (close < 0) return inner
  return close === inner.length - 1 ? inner.slice(0, -1).trimEnd() : text
}

function shortened(sentence: string): string {
  const limit = sliceCodePoints(sentence, 0, LONGEST).length
  const head = sentence.slice(0, graphemeStart(sentence, limit))
  const clause = Array.from(sentence.matchAll(CLAUSE_END), ({ index }) => index).findLast(
    (at) => at >= SHORTEST_CUT && at <= head.length,
  )
  const word = /\s\S*$/u.exec(head)?.index ?? 0
  const cut = clause ?? (word >= SHORTEST_CUT ? word : head.length)
  return `${head.slice(0, cut).replace(TRAILING_SMALL_WORDS, '')}…`
}

/**
 * A title for a normalised text: its first sentence in words without the full stop; a long one ends after a clause or a word
 * within 110 characters, with an ellipsis. Empty when the text says nothing.
 */
export function deriveTitle(text: string, language: string | null): string {
  const paragraphs = utf16ParagraphsOf(text.slice(0, 20_000))
  const opening = paragraphs.find(({ start, end }) => SAYS_A_WORD.test(text.slice(start, end))) ?? paragraphs[0]
  if (!opening) return ''
  const paragraph = text.slice(opening.start, opening.end)
  const sentences = sentencesOf(paragraph, language).map(({ start, end }) => sliceCodePoints(paragraph, start, end))
  const sentence = sentences.find((each) => SAYS_A_WORD.test(each)) ?? paragraph
  const title = unquoted(sentence.replaceAll(/\s+/g, ' '))
  if (codePointLength(title) > LONGEST) return shortened(title)
  return title.replace(/(?<![.…]|\.\p{L})\.$/u, '')
}

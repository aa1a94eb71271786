import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { TextRange } from '@/lib/text/code-points'

const spans = z.array(z.tuple([z.int(), z.int()]))
const gold = z.object({
  ...{ id: z.string(), lang: z.string(), sentId: z.string(), doc: z.string(), genre: z.string() },
  ...{ before: z.string(), sentence: z.string(), after: z.string() },
  ...{ kind: z.string(), form: z.string().nullish(), order: z.string().nullish(), content: spans },
  ...{ cue: spans.nullable(), source: spans.nullable(), sourceHead: spans.nullish() },
  ...{ pronoun: z.boolean().nullish(), lookalike: z.boolean().nullish(), itemsInSentence: z.int().nullish() },
})

/** One sentence in its text, and what is said in it by whom; all places in code points of the text. Nobody: `source` is null. */
export type GoldItem = {
  id: string
  language: string
  text: string
  sentence: TextRange
  group: { kind: string; form: string; order: string; genre: string }
  content: TextRange
  cue: readonly TextRange[]
  source: TextRange | null
  heads: readonly TextRange[]
  pronoun: boolean
  lookalike: boolean
  /** The half on which rules may be tuned; the other one only tells whether they hold. */
  tuned: boolean
}

const whole = (places: readonly TextRange[]): TextRange => ({
  start: Math.min(...places.map(({ start }) => start)),
  end: Math.max(...places.map(({ end }) => end)),
})

function itemOf(line: string): GoldItem {
  const row = gold.parse(JSON.parse(line))
  const offset = [...row.before].length
  const placed = (each: z.infer<typeof spans> | null | undefined) =>
    (each ?? []).map(([start, end]) => ({ start: start + offset, end: end + offset }))
  const source = placed(row.source)
  return {
    ...{ id: row.id, language: row.lang, text: row.before + row.sentence + row.after },
    sentence: { start: offset, end: offset + [...row.sentence].length },
    group: { kind: row.kind, form: row.form ?? '', order: row.order ?? '', genre: row.genre },
    content: whole(placed(row.content)),
    ...{ cue: placed(row.cue), source: source.length > 0 ? whole(source) : null, heads: placed(row.sourceHead) },
    ...{ pronoun: row.pronoun ?? false, lookalike: row.lookalike ?? false },
    // By the sentence: its items stay together.
    tuned: (createHash('sha256').update(`${row.doc} ${row.sentId}`).digest()[0] ?? 0) % 2 === 0,
  }
}

/** The gold sentences of a folder, of every `.jsonl` in it; null where there is no such folder. */
export function goldOf(folder: string): GoldItem[] | null {
  if (!existsSync(folder)) return null
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  return files.flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(itemOf),
  )
}

import { readFileSync } from 'node:fs'
import { percentile } from '@/e2e/bench/measure'
import { type GoldItem, goldOf } from '@/e2e/bench/reading-gold'
import { type Judged, judge, judgeNested, nestedItems } from '@/e2e/bench/reading-score'
import { proposeChains } from '@/lib/attributions/propose'
import { groupBy } from '@/lib/lists/group-by'
import { normaliseText } from '@/lib/text/normalise'
import { sentencesOf } from '@/lib/text/sentences'

const percent = (part: number, of: number) => (of === 0 ? '   –' : ((100 * part) / of).toFixed(1).padStart(5))

function row(name: string, judged: readonly Judged[]) {
  const count = (is: (each: Judged) => boolean) => judged.filter(is).length
  const [of, proposed] = [judged.length, count((each) => each.proposed)]
  const [exact, overlap] = [count((each) => each.exact), count((each) => each.overlap)]
  const f1 = (right: number) => percent(2 * right, proposed + of)
  console.log(
    `  ${name.padEnd(30)} ${String(of).padStart(5)} | P ${percent(overlap, proposed)} R ${percent(overlap, of)}` +
      ` F1 ${f1(overlap)} | exact F1 ${f1(exact)} | cue F1 ${f1(count((each) => each.cue))} | none ${percent(of - proposed, of)}`,
  )
}

/** Every value of a field of the gold, a row each. */
function rowsBy(judged: readonly Judged[], key: (item: GoldItem) => string) {
  for (const [name, each] of [...groupBy(judged, ({ item }) => key(item))].sort(([a], [b]) => (a < b ? -1 : 1)))
    row(`  ${name}`, each)
}

/** A sentence marked whole, once for all that is said in it. */
function judgeSentences(items: readonly GoldItem[]): Judged[] {
  return [...groupBy(items, ({ id }) => id.replace(/#\d+$/, '')).values()].flatMap((meant) => {
    const [first] = meant
    return first ? [judge(first, first.sentence, meant)] : []
  })
}

function shareRight(judged: readonly Judged[]) {
  for (const certain of [true, false]) {
    const all = judged.filter((each) => each.proposed && each.certain === certain)
    const right = all.filter(({ overlap }) => overlap).length
    console.log(`  ${certain ? 'certain' : 'inferred'}: ${all.length}, right ${percent(right, all.length)} %`)
  }
}

function tellHalf(name: string, all: readonly GoldItem[], details: boolean) {
  const items = all.filter(({ source }) => source !== null)
  const nobody = all.filter(({ source }) => source === null)
  const judged = items.map((item) => judge(item, item.content, [item]))
  console.log(`\n${name}: overlap of the proposed source with its head, the whole phrase, the cue\n`)
  for (const [language, each] of groupBy(judged, ({ item }) => item.language)) {
    row(`${language}, what is said marked`, each)
    row(
      '  named',
      each.filter(({ item }) => !item.pronoun),
    )
    row(
      '  a pronoun',
      each.filter(({ item }) => item.pronoun),
    )
    row(
      '  news, named',
      each.filter(({ item }) => !item.pronoun && item.group.genre === 'news'),
    )
    if (details) for (const field of ['kind', 'form', 'order'] as const) rowsBy(each, ({ group }) => group[field])
    const own = items.filter((item) => item.language === language)
    const sentences = judgeSentences(own)
    row(`${language}, the whole sentence`, sentences)
    row(
      '  named',
      sentences.filter(({ item }) => !item.pronoun),
    )
    shareRight([...each, ...sentences])
    const empty = each.filter((one) => one.empty).length
    console.log(`  nobody recognised (a chain without hops): ${percent(empty, each.length)} %`)
    const alone = nobody.filter((item) => item.language === language).map((item) => judge(item, item.content, []))
    const tricky = alone.filter(({ item }) => item.lookalike)
    const wrong = (some: readonly Judged[]) => percent(some.filter(({ proposed }) => proposed).length, some.length)
    console.log(`  proposed where nobody speaks: ${wrong(alone)} % of ${alone.length}; look-alikes ${wrong(tricky)} %`)
  }
  const two = nestedItems(items).map(judgeNested)
  const isTwo = two.filter((each) => each.isTwo)
  const right = isTwo.filter((each) => each.right)
  console.log(`  two speak, one within the other: ${two.length}; both proposed ${isTwo.length}, right ${right.length}`)
  return judged
}

/** What is wrong, with its sentence: to look at, of the half that may be tuned on. */
function tellWrong(items: readonly GoldItem[], wanted: string) {
  const part = ({ item, proposed, exact, overlap }: Judged) => {
    if (item.source === null) return proposed ? 'false' : null
    if (!proposed) return 'none'
    return exact ? null : overlap ? 'inexact' : 'wrong'
  }
  for (const item of items.filter(({ tuned }) => tuned)) {
    const mark = wanted.startsWith('sentence') ? item.sentence : item.content
    const judged = judge(item, mark, item.source ? [item] : [])
    const kind = part(judged)
    if (kind === null || !wanted.includes(kind)) continue
    const points = [...item.text]
    const at = (place: { start: number; end: number } | null) => place && points.slice(place.start, place.end).join('')
    console.log(`\n${kind} ${item.language} ${item.group.kind} ${item.group.order} ${item.id}`)
    console.log(
      `  ${at({ start: Math.max(0, item.sentence.start - 120), end: item.sentence.start })} ‖ ${at(item.sentence)}`,
    )
    console.log(`  said: ${at(item.content)}\n  gold: ${at(item.source)} <${item.cue.map(at).join(' … ')}>`)
    console.log(`  read: ${judged.words || (judged.empty ? '(a chain without hops)' : '(nothing)')}`)
  }
}

/** Times of single marks, and of every sentence of texts of some 800 words. */
function tellTimes(items: readonly GoldItem[]) {
  const seeds = ['000_a56745d9376cc117.txt', '004_b86df3bf2438e070.txt']
  const texts = seeds.map((name) =>
    normaliseText(readFileSync(new URL(`../../seeds/articles/${name}`, import.meta.url), 'utf8')),
  )
  const long = items
    .slice(0, 60)
    .map(({ text }) => text)
    .join('\n\n')
  for (const text of items.length > 0 ? [...texts, long] : texts) {
    const words = text.split(/\s+/).length
    const times = sentencesOf(text, 'fr').map((sentence, at) => {
      // A text that was not read before: what is kept of the latest does not help.
      const fresh = `${text}\n\n${at}`
      const since = performance.now()
      proposeChains(fresh, 'fr', [sentence])
      return performance.now() - since
    })
    const since = performance.now()
    for (const sentence of sentencesOf(text, 'fr')) proposeChains(text, 'fr', [sentence])
    const whole = performance.now() - since
    console.log(
      `  ${words} words: every sentence ${whole.toFixed(0)} ms; a mark in a text read anew p95 ${percentile(times, 0.95).toFixed(1)} ms`,
    )
  }
}

/**
 * `npm run bench -- reading folder [half | wrong,none,inexact,false | sentence,…]`: how well speakers are proposed, against sentences
 * that others have annotated. The folder is no part of the project.
 */
export function benchReading(folder?: string, what = '') {
  const items = folder ? goldOf(folder) : null
  if (!items || items.length === 0) {
    console.log('\nReading: name a folder with annotated sentences (*.jsonl), which is no part of this project.')
    tellTimes([])
    return
  }
  if (what !== '') {
    tellWrong(items, what)
    return
  }
  tellHalf(
    'The half that rules may be tuned on',
    items.filter(({ tuned }) => tuned),
    true,
  )
  tellHalf(
    'The other half',
    items.filter(({ tuned }) => !tuned),
    true,
  )
  console.log('\nNo gold for numbers and dates: tables of tests beside them.\n\nTimes')
  tellTimes(items)
}

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HOSTILE_WORK } from '@/e2e/bench/hostile-work'

const ROOT = join(import.meta.dirname, '../..')
/** What no text of any length reaches, with the reason; by file, or by file and name. */
const NO_TEXT: Readonly<Record<string, string>> = {
  'lib/text/anchor-candidates.ts': 'places that were found; anchorAll, which is tried, weighs them',
  'lib/dates/calendar-days.ts': 'days as numbers, and one word',
  'lib/dates/day-rules.ts': 'patterns, which daysByRule tries on texts',
  'lib/lists/by-text.ts': 'compares two names or ids',
  'lib/independence/origin-summary.ts': 'a pool that was counted',
  'lib/sha256.ts': 'hashed by Node, once',
  'lib/lists/group-by.ts': 'items by key',
  'lib/lists/last-before.ts': 'a search over indices',
  'lib/lists/name-order.ts': 'compares two names of people',
  'lib/text/segmenter.ts': 'makes the segmenter of a language',
  'lib/text/segments.ts': 'marks of a paragraph',
  'lib/text/near-bound.ts': 'passages that were read; findSharings tries them',
  'lib/dates/world-date.ts': 'dates as fields',
  'lib/dates/world-moments.ts': 'dates as fields',
  'lib/dates/time-words.ts': 'times as fields',
  'lib/dates/time-zones.ts isKnownZone': 'zones of at most 64 characters',
  'lib/dates/time-zones.ts minutesAhead': 'a zone that is known',
  'lib/dates/time-zones.ts momentsAt': 'a zone that is known',
  'lib/dates/time-zones.ts offsetText': 'minutes',
  'lib/fields.ts clockFrom': 'columns of a date',
  'lib/figures/country.ts countryName': 'a code',
  'lib/figures/country.ts countryOfFigure': 'a figure; its words are read by countryOf',
  'lib/warnings/schema.ts windowZoneOf': 'times as fields',
  'lib/text/edit-distance.ts': 'symbols, of which its callers bound how many; similarity, near-verbatim, occurrences',
  'lib/fields.ts calendarDay': 'a message',
  'lib/fields.ts dayToDate': 'a day that was parsed',
  'lib/fields.ts worldDateFrom': 'columns of a date',
  'lib/claims/claim-facts.ts claimFacts': 'ids',
  'lib/claims/claim-address.ts': 'an address, of which at most 200 characters are read',
  'lib/claims/reading-order.ts': 'places and an id',
  'lib/attributions/full-names.ts isTitle': 'one word of a name that is cut to 400 characters',
  'lib/attributions/told-text.ts wordsAt': 'a slice',
  'lib/attributions/kept-chain.ts': 'rows of a chain as they were kept',
  'lib/attributions/verb-forms.ts': 'the verbs of the lexicon',
  'lib/attributions/cue-verbs.ts': 'one word, looked up',
  'lib/independence/schema.ts': 'the shapes of commands',
  'lib/claims/category-keys.ts categoryOfKey': 'a key that was pressed',
  'lib/graph/svg.ts': 'a drawing',
  'lib/independence/figure-origins.ts figureSeries': 'figures by their ids',
  'lib/graph/tie-labels.ts widthOfTie': 'a word of the screen',
  'lib/import/magic-numbers.ts': 'the first bytes',
  'lib/import/read-lines.ts fillWithBody': 'places',
  'lib/import/read-import.ts readImport': 'readFile, and readText, which is tried',
  'lib/import/formats/mail.ts openMail':
    'parsed by another’s code, in a thread within a time limit, or under 5,000 bytes',
  'lib/import/formats/pdf.ts openPdf': 'parsed by another’s code, in a thread within a time limit',
  'lib/import/formats/open.ts openFile': 'hands bytes to what is tried, or to those two',
  'lib/import/read-file.ts': 'readReceived, which is tried, or a file that is opened in a thread within a time limit',
}
// Of these folders every exported function that takes a text has to be tried.
const FOLDERS = [
  'text',
  'dates',
  'lists',
  'articles',
  'attributions',
  'figures',
  'graph',
  'copies',
  'import',
  'independence',
  'claims',
  'sources',
  'versions',
  'warnings',
]

// A domain's folders of commands and queries stand on the database, and hand texts to what is tried.
const OF_DATABASE = new Set(['commands', 'queries'])

function* sourcesIn(folder: string): Generator<string> {
  for (const name of readdirSync(folder, { withFileTypes: true }))
    if (name.isDirectory() && !OF_DATABASE.has(name.name)) yield* sourcesIn(join(folder, name.name))
    else if (name.isFile() && name.name.endsWith('.ts') && !/\.test\.ts$|^(?:queries|commands)\.ts$/.test(name.name))
      yield relative(ROOT, join(folder, name.name))
}

/** Exported functions of a file that take a string, strings or bytes, or words with their place. */
function textFunctions(path: string): string[] {
  const source = readFileSync(join(ROOT, path), 'utf8')
  const exported = source.matchAll(
    /^export (?:async )?(?:function\*? |const )(\w+)[^=(]*(?:= (?:async )?)?\(([^)]*)\)/gm,
  )
  return [...exported]
    .filter(([, , parameters = '']) =>
      /: *(?:readonly )?(?:string|Uint8Array|StoredSpan|Telling|WordsInText)\b/.test(parameters),
    )
    .map(([, name]) => `${path} ${name}`)
}

describe('functions of text', () => {
  const files = [
    ...FOLDERS.flatMap((folder) => [...sourcesIn(join(ROOT, 'lib', folder))]),
    'lib/fields.ts',
    'lib/sha256.ts',
    'lib/warnings/warning-words.ts',
  ]
  const tried = new Set(HOSTILE_WORK.flatMap(({ of }) => of))

  test('each is tried on hostile texts, or it is said why not', () => {
    const left = files.flatMap(textFunctions).filter((name) => {
      return !tried.has(name) && !NO_TEXT[name] && !NO_TEXT[name.split(' ')[0] ?? '']
    })
    expect(left).toEqual([])
  })

  test('what is tried and what is left out is there', () => {
    const names = [...tried, ...Object.keys(NO_TEXT)]
    const missing = names.filter((each) => {
      const [path = '', name] = each.split(' ')
      return (
        !files.includes(path) ||
        (name && !new RegExp(`export .*\\b${name}\\b`).test(readFileSync(join(ROOT, path), 'utf8')))
      )
    })
    expect(missing).toEqual([])
  })
})

import { type ReadDate, readLineDate } from '@/lib/import/line-date'

/** What a page's head says about the text, by the names under which it says so. */
export type Meta = Map<string, string>

const first = (meta: Meta, names: readonly string[]) =>
  names.map((name) => meta.get(name)?.trim()).find(Boolean) ?? null

const LONGEST_JSON = 200_000

/** What a page says in JSON-LD about its article: strings of a few levels. */
export function readJsonLd(json: string, meta: Meta): void {
  let data: unknown
  try {
    data = JSON.parse(json.slice(0, LONGEST_JSON))
  } catch {
    return
  }
  const waiting: unknown[] = [data]
  for (let steps = 0; waiting.length > 0 && steps < 500; steps++) {
    const each = waiting.shift()
    if (Array.isArray(each)) waiting.push(...each.slice(0, 50))
    if (typeof each !== 'object' || each === null || Array.isArray(each)) continue
    const type = String(Reflect.get(each, '@type') ?? '')
    if (Reflect.get(each, '@graph')) waiting.push(Reflect.get(each, '@graph'))
    if (!/article|report|posting/i.test(type)) continue
    for (const name of ['headline', 'datePublished']) {
      const value: unknown = Reflect.get(each, name)
      if (typeof value === 'string' && !meta.has(name)) meta.set(name, value.slice(0, 400))
    }
    for (const name of ['author', 'publisher']) {
      const all = [Reflect.get(each, name)].flat()
      const names = all.flatMap((one: unknown) => {
        const called: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'name') : one
        return typeof called === 'string' ? [called.slice(0, 100)] : []
      })
      if (names.length > 0 && !meta.has(name)) meta.set(name, names.slice(0, 6).join(', '))
    }
  }
}

const isAddress = (words: string | null) => words !== null && /^https?:\/\/\S{1,2000}$/i.test(words)

/** "Treize morts - Le Monde" is "Treize morts". */
const withoutSite = (title: string, site: string | null) => {
  const cut = /^(.{12,}?)\s+[|–—-]\s+([^|–—]{2,40})$/u.exec(title.slice(0, 400))
  return cut && (site === null || cut[2]?.trim() === site) ? (cut[1] ?? title) : title
}

/** The facts of a page's head. A date is one that says which day. */
export function factsOfMeta(meta: Meta, heading: string | null, language: string | null) {
  const site = first(meta, ['og:site_name', 'publisher', 'application-name'])
  const named = first(meta, ['headline', 'og:title', 'twitter:title', 'title'])
  const when = first(meta, ['article:published_time', 'datePublished', 'date', 'dc.date', 'pubdate', 'time'])
  const author = first(meta, ['author', 'article:author', 'dc.creator', 'byl'])
  const date: ReadDate | null = when
    ? (readLineDate(when.replace(/(\d{2}:\d{2}):\d{2}(?:\.\d+)?/, '$1'), language)?.read ?? null)
    : null
  const address = first(meta, ['og:url', 'canonical'])
  return {
    title: heading ?? (named ? withoutSite(named, site) : null),
    outlet: site,
    byline: author && !isAddress(author) ? author.replace(/^(?:par|by) /i, '') : null,
    date,
    address: isAddress(address) ? address : null,
  }
}

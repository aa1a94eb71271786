import { MantineProvider } from '@mantine/core'
import { NextIntlClientProvider } from 'next-intl'
import { Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import messages from '@/app/_messages/fr.json'
import { type VerdictReport, verdictReport } from '@/lib/reports/report'
import { reportCsv } from '@/lib/reports/report-csv'
import { reportJson } from '@/lib/reports/report-json'
import { altering, type Leaf, leavesOf, sampleOf } from '@/seeds/report-sample'
import { ReportBody } from './_components/report-body'

const END = '<hr data-end="true"/>'
// Where a page names its own parts, those names are no words of the report.
const anonymous = (markup: string) => markup.replace(/_R_\w+_|mantine-\w+|«\w+»/g, '')

/** The page of each report, drawn together: what is read of the messages once serves all. */
const pages = (reports: readonly VerdictReport[]) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="fr" messages={messages} timeZone="Europe/Paris">
      <MantineProvider withCssVariables={false}>
        {reports.map((report, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
          <Fragment key={at}>
            <hr data-end />
            <ReportBody report={report} />
          </Fragment>
        ))}
      </MantineProvider>
    </NextIntlClientProvider>,
  )
    .split(END)
    .slice(1)
    .map(anonymous)

const WRITERS = {
  page: pages,
  json: (reports: readonly VerdictReport[]) => reports.map(reportJson),
  csv: (reports: readonly VerdictReport[]) => reports.map((report) => reportCsv(report)),
}

/** What a way out leaves out, and why: beginnings and ends of paths. A new field does not come here without a reason. */
const LEFT_OUT: Record<keyof typeof WRITERS, readonly (readonly [RegExp, string])[]> = {
  json: [],
  csv: [
    [/^offsets$/, 'one sentence about all offsets, which the JSON carries'],
    [/\.(prefix|suffix)$/, 'the words around a passage serve programs that look for it again: they read the JSON'],
    [/(outlet|origin)\.kind$/, 'whose kind is told by its name; programs read the JSON'],
    [
      /Words\.(versionSha256|paragraph)$|passages\[\]\.paragraph$/,
      'told by the version and the offsets, which stand there',
    ],
    [/passage\.(version|versionSha256)$/, 'another article, which has a report of its own'],
    [/attributions?(\[\])?\.side$/, 'follows from the speech acts, which stand there'],
    [
      /stated\.(chainIds|how|origins\[\]\.origin\.role)$/,
      'whose figure it is stands there; how that is known matters where nobody is',
    ],
    [/decisionIds$/, 'identities; the decisions stand in a column of their own'],
    [/rating\.colour$/, 'a colour of the screen'],
  ],
  page: [
    [
      /^progress\.(state|inReview|underWay|open|dropped)$/,
      'each claim says its own state; the page sums up what is approved',
    ],
    [
      /^article\.(markingFinishedAt|versions\[\]\.(receivedSha256|encoding|createdAt))$/,
      'how the file was received is for programs',
    ],
    [/^offsets$/, 'the page says it in the words of its language'],
    [/\.revision$|claimRevision$/, 'a counter for programs; the page says when a verdict judges an earlier state'],
    [/\.(prefix|suffix)$/, 'the page leads to the text itself'],
    [/ersionSha256$/, 'said once for each version, in the method'],
    [/(Words|passage)\.version$/, 'the article leads to its versions'],
    [
      /(source|outlet|affiliation|onBehalfOf|issuer|group)\.(parent|role)$/,
      'what a source is stands with its hop; elsewhere its name suffices',
    ],
    [/Words\.(start|end)$/, 'the page gives the paragraph and the words themselves'],
    [/attributions?(\[\])?\.side$/, 'follows from the speech acts, which stand there'],
    [/origin\.kind$/, 'whose kind is told by its name'],
    [
      /stated\.(chainIds|how|origins\[\]\.origin\.role)$/,
      'whose figure it is stands there; how that is known matters where nobody is',
    ],
    [/group\.kind$/, 'an armed group is told by its name'],
    [/figures\[\]\.nationality$/, 'words for the country, which stands there'],
    [/decisionIds$/, 'identities; the page lists the decisions themselves'],
    [/rating\.(key|labelEn|colour)$/, 'the label in the language of the page stands for them'],
    [/needsAttention\[\]\.fields\[\]$/, 'named in words where the page has a word for the field'],
  ],
}

const HOW =
  'A field of the report reaches this way out unsaid. Write it there (the page: report/_components; the CSV: lib/reports/report-lines.ts ' +
  'and report-csv.ts), or say in LEFT_OUT of this test why it is left out.'

// Hundreds of pages are drawn: on a busy machine that takes its time.
test.each(Object.entries(WRITERS))(
  'the %s tells every field of a report, or it is said why not',
  (name, write) => {
    // What only identifies is told by what it leads to.
    const leaves = leavesOf(verdictReport).filter(({ format }) => format !== 'uuid')
    const told = new Set<string>()
    for (const isFirst of [true, false]) {
      const sample = verdictReport.parse(sampleOf(verdictReport, isFirst))
      const [plain = ''] = write([sample])
      // A text that stands there as it is needs no alteration to be seen.
      const isText = ({ values }: Leaf) => values.every((value) => typeof value === 'string' && value.includes(' '))
      const untold = leaves.filter((leaf) => {
        const [first, last] = leaf.values
        if (isText(leaf) && plain.includes(String(isFirst ? first : last))) told.add(leaf.path)
        return !told.has(leaf.path)
      })
      const altered = untold.map((leaf) => verdictReport.parse(altering(leaf, isFirst)(sample)))
      const [again, ...written] = write([sample, ...altered])
      // Else every alteration would seem to be told.
      expect(again).toBe(plain)
      untold.forEach(({ path }, at) => {
        if (written[at] !== plain) told.add(path)
      })
    }
    const reasons = LEFT_OUT[name === 'page' ? 'page' : name === 'csv' ? 'csv' : 'json']
    const missing = leaves.filter(({ path }) => !told.has(path) && !reasons.some(([which]) => which.test(path)))
    expect(
      missing.map(({ path }) => path),
      HOW,
    ).toEqual([])
    const idle = reasons.filter(([which]) => !leaves.some(({ path }) => !told.has(path) && which.test(path)))
    expect(idle, 'These reasons excuse nothing any more: take them out.').toEqual([])
  },
  600_000,
)

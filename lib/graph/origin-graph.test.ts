import { describe, expect, it } from 'vitest'
import { layOutGraph } from '@/lib/graph/layout'
import { type GraphNode, originGraph } from '@/lib/graph/origin-graph'
import { graphSvg } from '@/lib/graph/svg'
import { countOrigins } from '@/lib/independence/count-origins'
import type { SourceNode } from '@/lib/independence/stands-for'
import type { AppearanceView, IndependenceView, SharingView } from '@/lib/independence/view'
import { linesOf, widthOfWords } from '@/lib/text/text-lines'
import type { HowKnown, SourceKind } from '@/prisma/generated/enums'
import { aHop, aNode } from '@/seeds/appearance-builders'

type SketchedVoice = { name: string; kind?: SourceKind; parent?: SketchedVoice; role?: string }

const node = ({ name, kind = 'PERSON', parent, role }: SketchedVoice): SourceNode => ({
  ...aNode(name, kind, { role: role ?? null, parent: parent ? node(parent) : null }),
})

type GraphSketch = {
  claim?: string
  text: SketchedVoice
  hops: SketchedVoice[]
  knows?: HowKnown
  side?: 'asserts' | 'contradicts'
  evidence?: boolean
}

/** The independence of a claim with these appearances, as the rules find it. */
function viewOf(told: readonly GraphSketch[], sharings: readonly SharingView[] = []): IndependenceView {
  const side = (each: GraphSketch) => each.side ?? ('asserts' as const)
  const appearances = told.map(
    (each, index): AppearanceView & { resolved: Parameters<typeof countOrigins>[0][number] } => ({
      id: `appearance ${index + 1}`,
      kind: each.evidence ? 'evidence' : 'chain',
      number: index + 1,
      side: side(each),
      knows: each.knows ?? 'NOT_ANSWERED',
      question: null,
      claimId: each.claim ?? 'claim',
      text: { sourceId: each.text.name, name: each.text.name, articleId: null },
      hops: each.hops.map(({ name, kind = 'PERSON', role }) => ({
        ...{
          source: { id: name, name, kind, role: role ?? null },
          affiliation: null,
          onBehalfOf: null,
          speechAct: 'SAID',
        },
      })),
      resolved: {
        id: `appearance ${index + 1}`,
        side: side(each),
        kind: each.evidence ? 'evidence' : 'chain',
        knows: each.knows ?? 'NOT_ANSWERED',
        hasSpeaker: false,
        text: node(each.text),
        published: null,
        hops: each.hops.map((hop) => aHop(node(hop))),
      },
    }),
  )
  const claims = [...new Set(['claim', ...told.map(({ claim }) => claim ?? 'claim')])]
  return {
    claimId: 'claim',
    checked: 'CONTENT',
    claims: claims.map((id, at) => ({ id, number: at + 1, wording: id, articleId: id, articleTitle: id })),
    appearances: appearances.map(({ resolved: _, ...appearance }) => appearance),
    counts: countOrigins(appearances.map(({ resolved }) => resolved)),
    decisions: [],
    links: claims.slice(1).map((otherId) => ({
      ...{ id: `link ${otherId}`, oneId: 'claim', otherId, reason: null, by: { id: 'p', name: 'P' }, at: new Date(0) },
      doubts: [],
    })),
    sharings: [...sharings],
  }
}

const article: SketchedVoice = { name: 'article', kind: 'DOCUMENT' }
const mallick: SketchedVoice = { name: 'Anas Mallick' }
const intelligence: SketchedVoice = { name: 'U.S. intelligence services', kind: 'ORGANISATION' }
const sevenBombers = viewOf([
  { text: article, hops: [{ name: 'a report', kind: 'DOCUMENT', parent: intelligence }] },
  { text: article, hops: [mallick, intelligence] },
  {
    text: article,
    hops: [mallick, { name: 'journalists', kind: 'UNNAMED_IN_TEXT' }, { name: 'foreign', kind: 'UNNAMED_IN_TEXT' }],
  },
])

const wordsOf = (each: GraphNode) => ({ above: each.kind, name: each.id, below: null })
const words = {
  columns: { claim: 'Affirmations', text: 'Qui la reprend', source: 'Par qui', origin: 'Origines' },
  ties: { sameAs: 'même affirmation', copied: 'copié', shared: 'passage commun' },
}
const pathsOf = (view: IndependenceView) =>
  originGraph(view).edges.map(({ from, to, appearances, isCircle }) => [from, to, appearances.join(), isCircle])

describe('originGraph', () => {
  it('draws one node per source, and every appearance as a path from its claim to its origin', () => {
    const { nodes, ties } = originGraph(sevenBombers)
    expect(nodes.map(({ id }) => id)).toEqual([
      ...['claim:claim', 'source:article', 'source:a report', 'for:source:U.S. intelligence services'],
      ...['source:Anas Mallick', 'source:U.S. intelligence services', 'source:journalists', 'source:foreign'],
      'for:undetermined:appearance 3',
    ])
    expect(pathsOf(sevenBombers)).toEqual([
      ['claim:claim', 'source:article', '1,2,3', false],
      ['source:article', 'source:a report', '1', false],
      ['source:a report', 'for:source:U.S. intelligence services', '1', false],
      ['source:article', 'source:Anas Mallick', '2,3', false],
      ['source:Anas Mallick', 'source:U.S. intelligence services', '2', false],
      ['source:U.S. intelligence services', 'for:source:U.S. intelligence services', '2', false],
      ['source:Anas Mallick', 'source:journalists', '3', false],
      ['source:journalists', 'source:foreign', '3', false],
      ['source:foreign', 'for:undetermined:appearance 3', '3', false],
    ])
    expect(ties).toEqual([])
  })

  it('marks a circle, and shows the texts that cite each other as one node each', () => {
    const a: SketchedVoice = { name: 'A', kind: 'OUTLET' }
    const b: SketchedVoice = { name: 'B', kind: 'OUTLET' }
    const view = viewOf([
      { text: a, hops: [b] },
      { text: b, hops: [a], evidence: true },
    ])
    expect(view.counts.asserting).toMatchObject({ origins: 0, circles: 1 })
    expect(pathsOf(view)).toEqual(
      expect.arrayContaining([
        ['source:A', 'source:B', '1', true],
        ['source:B', 'source:A', '2', true],
      ]),
    )
  })

  it('of an utterance the words come from who heard them; who spoke stands behind, as cited', () => {
    const said = viewOf([{ text: article, hops: [mallick, intelligence] }])
    const heard = { ...said, checked: 'UTTERANCE' as const }
    expect(pathsOf(heard).map(([from, to]) => `${from} > ${to}`)).toEqual([
      'claim:claim > source:article',
      'source:article > source:Anas Mallick',
      'source:Anas Mallick > source:U.S. intelligence services',
      'source:Anas Mallick > for:source:U.S. intelligence services',
    ])
  })

  it('ties linked claims and texts that share the passage', () => {
    const sharing = { direction: 'oneCopied', by: 'person', similarity: 0.98 } as const
    const view = viewOf(
      [
        { text: article, hops: [] },
        { text: { name: 'other article', kind: 'DOCUMENT' }, hops: [], claim: 'other claim' },
      ],
      [{ ...sharing, oneId: 'appearance 2', otherId: 'appearance 1' }],
    )
    expect(originGraph(view).ties).toMatchObject([
      { kind: 'sameAs', from: 'claim:claim', to: 'claim:other claim' },
      { kind: 'copied', from: 'source:other article', to: 'source:article' },
    ])
  })

  it('keeps the two sides apart, and has nothing to draw of appearances that are on none', () => {
    const view = viewOf([
      { text: article, hops: [mallick] },
      { text: { name: 'ministry' }, hops: [], side: 'contradicts', evidence: true },
    ])
    const neither = {
      ...view,
      appearances: [...view.appearances, { ...view.appearances[0], id: 'x', side: 'neither' as const }],
    }
    const origins = originGraph(neither as IndependenceView).nodes.flatMap((each) =>
      each.kind === 'origin' ? [[each.against, each.number, each.appearances]] : [],
    )
    expect(origins).toEqual([
      [false, 1, [1]],
      [true, 2, [2]],
    ])
  })
})

/** 40 nodes: two linked claims, nine texts, relays that many share, twelve origins. */
const forty = viewOf(
  Array.from({ length: 18 }, (_, index): GraphSketch => {
    const relays = index % 3 === 0 ? [] : [{ name: `relais ${index % 5}` }]
    const agency = index % 4 === 1 ? [{ name: `agence ${index % 2}`, kind: 'OUTLET' as const }] : []
    return {
      claim: index % 2 === 0 ? 'claim' : 'other claim',
      text: { name: `texte ${index % 9}`, kind: 'OUTLET' },
      hops: [...relays, ...agency, { name: `témoin ${index % 11}` }],
      evidence: index % 9 > 1,
      side: index % 7 === 6 ? 'contradicts' : 'asserts',
    }
  }),
)

describe('layOutGraph', () => {
  it('places 40 nodes so that none overlaps another, claims first and origins last', async () => {
    const graph = originGraph(forty)
    expect(graph.nodes.length).toBeGreaterThanOrEqual(40)
    const { nodes, edges, width, height } = await layOutGraph(graph, wordsOf, words)
    const touching = nodes.flatMap((a, at) =>
      nodes
        .slice(at + 1)
        .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
        .map((b) => [a.id, b.id]),
    )
    expect(touching).toEqual([])
    expect(edges.filter(({ path }) => !path.startsWith('M'))).toEqual([])
    const right = Math.max(...nodes.filter(({ kind }) => kind !== 'origin').map((each) => each.x + each.width))
    for (const each of nodes) {
      if (each.kind === 'origin') expect(each.x).toBeGreaterThan(right)
      if (each.kind === 'claim') expect(each.x).toBe(nodes[0]?.x)
      expect(each.x + each.width).toBeLessThan(width)
      expect(each.y + each.height).toBeLessThan(height)
      for (const line of each.lines) expect(line.y).toBeLessThan(each.height)
    }
  })

  it('is the same each time, and lists the nodes column by column', async () => {
    const [once, again] = await Promise.all([1, 2].map(() => layOutGraph(originGraph(forty), wordsOf, words)))
    expect(once).toEqual(again)
    const xs = once?.nodes.map(({ x }) => x) ?? []
    expect(xs).toEqual([...xs].sort((a, b) => a - b))
  })

  it('prints no words of a line over a node or over others, nor outside of the picture, however long the names', async () => {
    const long = 'porte-parole du Commandement central américain à Tampa et de la coalition internationale'
    const told = Array.from(
      { length: 9 },
      (_, index): GraphSketch => ({
        claim: index === 0 ? 'claim' : `${long} ${index}`,
        text: { name: `${long} ${index}`, kind: 'OUTLET' },
        hops: [{ name: `Bundesnachrichtendienstpressestelle ${index % 2}`, kind: 'ORGANISATION' }],
      }),
    )
    const shared = Array.from(
      { length: 8 },
      (_, index): SharingView => ({
        ...{ oneId: `appearance ${index + 2}`, otherId: 'appearance 1', by: 'person', similarity: 1 },
        direction: index % 2 ? 'oneCopied' : 'common',
      }),
    )
    const drawing = await layOutGraph(originGraph(viewOf(told, shared)), wordsOf, words)
    const labels = drawing.ties.flatMap(({ label }) => (label ? [{ ...label, height: label.lines.length * 13 }] : []))
    expect(labels.length).toBeGreaterThan(5)
    const boxes = [...drawing.nodes, ...labels]
    for (const label of labels) {
      expect(label.x).toBeGreaterThanOrEqual(0)
      for (const line of label.lines) expect(widthOfWords(line.words, 11)).toBeLessThanOrEqual(label.width + 1)
      const over = boxes.filter(
        (box) =>
          box !== label &&
          label.x < box.x + box.width &&
          box.x < label.x + label.width &&
          label.y < box.y + box.height &&
          box.y < label.y + label.height,
      )
      expect(over).toEqual([])
    }
    let end = 0
    for (const { kind, x } of drawing.columns) {
      expect(x).toBeGreaterThanOrEqual(end)
      end = x + widthOfWords(words.columns[kind], 11.5)
    }
    expect(end).toBeLessThanOrEqual(drawing.width)
  })

  it('draws nothing of a claim without appearances but the claim', async () => {
    const { nodes, edges } = await layOutGraph(originGraph(viewOf([])), wordsOf, words)
    expect([nodes.length, edges.length]).toEqual([1, 0])
  })
})

describe('graphSvg', () => {
  it('is a file of its own, with everything escaped', async () => {
    const bad = 'a <b> & "c"\u0007 \ud800'
    const standing = {
      ...{ language: 'fr', title: bad, description: bad, nameOf: () => bad },
      columns: { claim: bad, text: bad, source: bad, origin: bad },
    }
    const ties = { sameAs: bad, copied: bad, shared: bad }
    const named = (each: GraphNode) => ({ ...wordsOf(each), name: bad })
    const drawing = await layOutGraph(originGraph(sevenBombers), named, { columns: standing.columns, ties })
    const svg = graphSvg(drawing, standing)
    expect(svg).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(svg).toContain('a &lt;b&gt; &amp; &quot;c&quot;')
    expect(svg.isWellFormed()).toBe(true)
    expect(svg).not.toContain('\u0007')
    expect(svg).not.toMatch(/<script|href=/)
    const tags = [...svg.matchAll(/<(\/?)([a-z]+)([^>]*?)(\/?)>/gi)].filter(([all]) => !all.startsWith('<?'))
    const open: string[] = []
    for (const [, closing, name = '', , empty] of tags) {
      if (closing) expect(open.pop()).toBe(name)
      else if (!empty) open.push(name)
    }
    expect(open).toEqual([])
  })
})

describe('linesOf', () => {
  it('breaks at spaces within the width, and ends in … what has no room', () => {
    const words = 'Les services de renseignement américains affirment que sept terroristes sont en fuite'
    const lines = linesOf(words, { width: 160, size: 13, most: 3 })
    expect(lines.length).toBe(3)
    expect(lines[2]).toMatch(/…$/)
    for (const line of lines) expect(widthOfWords(line, 13)).toBeLessThanOrEqual(160)
    expect(linesOf('', { width: 160, size: 13, most: 3 })).toEqual([])
  })

  it('breaks a word that is wider than a line, and loses no letter of what has room', () => {
    const wide = { width: 160, size: 13, most: 3 }
    const cut = linesOf('x'.repeat(90), wide)
    expect(cut).toHaveLength(3)
    expect(cut[2]).toMatch(/^x+…$/)
    const long = 'Bundesnachrichtendienstpressestelle'
    expect(linesOf(long, wide).join('')).toBe(long)
    expect(linesOf(`le ${long} de`, wide).join('').replaceAll(' ', '')).toBe(`le${long}de`)
    for (const line of linesOf(`le ${long} de Pullach`, wide)) expect(widthOfWords(line, 13)).toBeLessThanOrEqual(160)
  })
})

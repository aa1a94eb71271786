import type { DrawingWords, GraphDrawing, PlacedEdge, PlacedNode } from '@/lib/graph/layout'
import type { GraphNode } from '@/lib/graph/origin-graph'
import { innerLineOf, lookOf, type NodeLook, outlineOf } from '@/lib/graph/shape'
import { type DrawnTie, TIE_SIZE } from '@/lib/graph/tie-labels'

/** The words of a picture that stands alone, in one language. */
export type PictureWords = {
  language: string
  title: string
  /** What the picture shows, as a text. */
  description: string
  columns: DrawingWords['columns']
  /** A node in full. */
  nameOf: (node: GraphNode) => string
}

const escaped = (words: string) =>
  words
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 does not hold
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const INK = '#1b1d21'
const MUTE = '#5f636c'
const PAPER = '#fbfaf7'
const LINE = '#8c887d'
const ACCENT = '#1f4e79'
const WARNING = '#965100'
const FALSE = '#b23a1e'

type Colours = { fill: string; stroke: string; ink: string; mute: string; dash?: string; width?: number }
const COLOURS: Record<NodeLook, Colours> = {
  claim: { fill: '#ffffff', stroke: INK, ink: INK, mute: MUTE },
  text: { fill: '#f3f0e8', stroke: LINE, ink: INK, mute: MUTE },
  source: { fill: '#ffffff', stroke: LINE, ink: INK, mute: MUTE },
  origin: { fill: ACCENT, stroke: ACCENT, ink: PAPER, mute: PAPER },
  against: { fill: '#ffffff', stroke: ACCENT, ink: ACCENT, mute: ACCENT, width: 2.5 },
  undetermined: { fill: '#ffffff', stroke: WARNING, ink: INK, mute: WARNING, dash: '6 4', width: 2 },
  roundUp: { fill: '#ffffff', stroke: MUTE, ink: INK, mute: MUTE, dash: '2 3', width: 1.5 },
  circle: { fill: '#ffffff', stroke: FALSE, ink: INK, mute: FALSE, width: 1.5 },
}
const UI = "Inter, 'Helvetica Neue', Arial, sans-serif"
const FONTS = {
  above: `font-family="${UI}" font-size="11" font-weight="550"`,
  name: `font-family="${UI}" font-size="13.5" font-weight="600"`,
  below: `font-family="${UI}" font-size="11.5"`,
} as const

function nodeSvg(node: PlacedNode, words: PictureWords): string {
  const look = lookOf(node)
  const { fill, stroke, ink, mute, dash, width = 1 } = COLOURS[look]
  const inner = innerLineOf(look, node)
  return [
    `<g transform="translate(${node.x} ${node.y})">`,
    `<title>${escaped(words.nameOf(node))}</title>`,
    `<path d="${outlineOf(look, node)}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`,
    ...(inner ? [`<path d="${inner}" fill="none" stroke="${stroke}"/>`] : []),
    ...node.lines.map(
      (line) =>
        `<text x="${line.x}" y="${line.y}" ${FONTS[line.look]} fill="${line.look === 'name' ? ink : mute}">${escaped(line.words)}</text>`,
    ),
    '</g>',
  ].join('')
}

function edgeSvg({ path, isCircle, against, badges }: PlacedEdge): string {
  const [colour, marker] = isCircle ? [FALSE, 'arrow-circle'] : [MUTE, 'arrow']
  const dash = against ? ' stroke-dasharray="7 4"' : ''
  return [
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.5"${dash} marker-end="url(#${marker})"/>`,
    ...badges.map(
      ({ words, width, x, y }) =>
        `<rect x="${x - width / 2}" y="${y - 8.5}" width="${width}" height="17" rx="8.5" fill="${PAPER}" stroke="${colour}"/>` +
        `<text x="${x}" y="${y + 3.7}" text-anchor="middle" font-family="${UI}" font-size="10.5" font-weight="600" fill="${INK}">${words}</text>`,
    ),
  ].join('')
}

const tieSvg = ({ path, label }: DrawnTie) =>
  [
    `<path d="${path}" fill="none" stroke="${ACCENT}" stroke-width="1.5" stroke-dasharray="1.5 4" stroke-linecap="round"/>`,
    ...(label?.lines ?? []).map(
      ({ words, y }) =>
        `<text x="${label?.x}" y="${y}" font-family="${UI}" font-size="${TIE_SIZE}" font-weight="550" fill="${ACCENT}" stroke="${PAPER}" stroke-width="4" paint-order="stroke">${escaped(words)}</text>`,
    ),
  ].join('')

const arrow = (id: string, colour: string) =>
  `<marker id="${id}" viewBox="0 0 8 8" refX="7.4" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.6L8 4L0 7.4z" fill="${colour}"/></marker>`

/** A drawing as an SVG file of its own: light colours, no script, no reference to anything outside of it. */
export function graphSvg({ width, height, ...drawing }: GraphDrawing, words: PictureWords): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${escaped(words.language)}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escaped(words.title)}</title>`,
    `<desc id="description">${escaped(words.description)}</desc>`,
    `<defs>${arrow('arrow', MUTE)}${arrow('arrow-circle', FALSE)}</defs>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    ...drawing.columns.map(
      ({ kind, x }) =>
        `<text x="${x}" y="24" font-family="${UI}" font-size="11.5" font-weight="600" fill="${MUTE}">${escaped(words.columns[kind])}</text>`,
    ),
    ...drawing.edges.map(edgeSvg),
    ...drawing.ties.map(tieSvg),
    ...drawing.nodes.map((node) => nodeSvg(node, words)),
    '</svg>\n',
  ].join('\n')
}

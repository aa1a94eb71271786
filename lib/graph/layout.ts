import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js'
import type { GraphEdge, GraphNode, GraphTie, OriginGraph } from '@/lib/graph/origin-graph'
import { type Point, roundedPath } from '@/lib/graph/path'
import { type DrawnTie, drawTies, widthOfTie } from '@/lib/graph/tie-labels'
import { linesOf, widthOfWords } from '@/lib/text/text-lines'

/** What a node says: a small word above, its name, and what it is besides. */
export type NodeWords = { above: string; name: string; below: string | null }

type LabelLine = { words: string; look: 'above' | 'name' | 'below'; x: number; y: number }
export type PlacedNode = GraphNode & { x: number; y: number; width: number; height: number; lines: LabelLine[] }
type Badge = Point & { words: string; width: number }
export type PlacedEdge = GraphEdge & { path: string; badges: Badge[] }

/** The words of a drawing besides those of its nodes. */
export type DrawingWords = { columns: Record<GraphNode['kind'], string>; ties: Record<GraphTie['kind'], string> }

/** A drawing in pixels; nodes in the order in which they are read: column by column, from the claims to the origins. */
export type GraphDrawing = {
  width: number
  height: number
  nodes: PlacedNode[]
  edges: PlacedEdge[]
  ties: DrawnTie[]
  /** Where the heads of the columns stand: over where each begins, or right of the one before. */
  columns: { kind: GraphNode['kind']; x: number }[]
}

const WIDTHS: Record<GraphNode['kind'], number> = { claim: 192, text: 178, source: 172, origin: 184 }
const NAME_LINES: Record<GraphNode['kind'], number> = { claim: 4, text: 3, source: 3, origin: 3 }
const PADDING = { x: 14, y: 11 }
const SIZES = { above: 11, name: 13.5, below: 11.5 }
/** So much wider than others are bold letters. */
const BOLD = 1.07
const HEIGHTS = { above: 16, name: 18, below: 16 }
const HEAD = 34
const MARGIN = 20
// Room for the arc between two claims; its words come to it.
const TIE_MARGIN = 52
/** Of the heads of columns. */
const HEAD_SIZE = 11.5
const BADGE_SIZE = 10.5
/** Between two lines that leave or enter a node on one side. */
const PORT_GAP = 22

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.thoroughness': '20',
  'elk.layered.spacing.nodeNodeBetweenLayers': '62',
  'elk.layered.spacing.edgeNodeBetweenLayers': '34',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '13',
  'elk.spacing.nodeNode': '26',
  'elk.spacing.edgeNode': '22',
  'elk.spacing.edgeEdge': '14',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
}
// Claims stand in the first column, origins in the last; all lines of one meet in one point of it.
const ENDS = { claim: { layer: 'FIRST', side: 'EAST' }, origin: { layer: 'LAST', side: 'WEST' } } as const

const endPort = (id: string) => `${id} end`
const isEnd = (id: string) => /^(claim|for|against):/.test(id)

function elkNode({ id, kind }: GraphNode, { width, height }: { width: number; height: number }): ElkNode {
  if (kind !== 'claim' && kind !== 'origin') return { id, width, height }
  const { layer, side } = ENDS[kind]
  const layoutOptions = { 'elk.layered.layering.layerConstraint': layer, 'elk.portConstraints': 'FIXED_SIDE' }
  return { id, width, height, layoutOptions, ports: [{ id: endPort(id), layoutOptions: { 'elk.port.side': side } }] }
}

function boxOf(node: GraphNode, words: NodeWords, degree: number) {
  const width = WIDTHS[node.kind]
  const inner = width - 2 * PADDING.x
  const parts = [
    { look: 'above' as const, lines: linesOf(words.above, { width: inner, size: SIZES.above, most: 1 }) },
    {
      look: 'name' as const,
      lines: linesOf(words.name, { width: inner / BOLD, size: SIZES.name, most: NAME_LINES[node.kind] }),
    },
    { look: 'below' as const, lines: linesOf(words.below ?? '', { width: inner, size: SIZES.below, most: 2 }) },
  ].flatMap(({ look, lines }) => lines.map((line) => ({ look, words: line })))
  const text = parts.reduce((sum, { look }) => sum + HEIGHTS[look], 0)
  const height = Math.max(text + 2 * PADDING.y, degree * PORT_GAP + 8)
  let y = (height - text) / 2
  const lines = parts.map(({ look, words }): LabelLine => {
    y += HEIGHTS[look]
    return { words, look, x: PADDING.x, y: y - (HEIGHTS[look] - SIZES[look]) / 2 - 2 }
  })
  return { width, height, lines }
}

const mostOnOneSide = (edges: readonly GraphEdge[], id: string) =>
  isEnd(id) ? 1 : Math.max(edges.filter(({ from }) => from === id).length, edges.filter(({ to }) => to === id).length)

/** Places every node, every line and all words; `wordsOf` says what a node shows. Rejects when the layout fails. */
export async function layOutGraph(
  graph: OriginGraph,
  wordsOf: (node: GraphNode) => NodeWords,
  words: DrawingWords,
): Promise<GraphDrawing> {
  const boxes = new Map(
    graph.nodes.map((node) => [node.id, boxOf(node, wordsOf(node), mostOnOneSide(graph.edges, node.id))]),
  )
  const laidOut = await new ELK().layout({
    id: 'graph',
    layoutOptions: OPTIONS,
    children: graph.nodes.map((node) => elkNode(node, boxes.get(node.id) ?? { width: 0, height: 0 })),
    edges: graph.edges.map(({ id, from, to }) => ({
      id,
      sources: [isEnd(from) ? endPort(from) : from],
      targets: [isEnd(to) ? endPort(to) : to],
    })),
  })
  return drawingOf(graph, laidOut, boxes, words)
}

function drawingOf(
  graph: OriginGraph,
  laidOut: ElkNode,
  boxes: ReadonlyMap<string, ReturnType<typeof boxOf>>,
  words: DrawingWords,
): GraphDrawing {
  const hasTies = graph.ties.some(({ kind }) => kind === 'sameAs')
  const left = hasTies ? TIE_MARGIN + widthOfTie(words.ties.sameAs) : MARGIN
  const at = ({ x, y }: Point): Point => ({ x: x + left, y: y + HEAD + MARGIN })
  const places = new Map(laidOut.children?.map((each) => [each.id, at({ x: each.x ?? 0, y: each.y ?? 0 })]))
  const nodes = graph.nodes
    .map((node): PlacedNode => {
      const box = boxes.get(node.id) ?? { width: 0, height: 0, lines: [] }
      return { ...node, ...box, ...(places.get(node.id) ?? at({ x: 0, y: 0 })) }
    })
    .sort((a, b) => a.x - b.x || a.y - b.y)
  const sections = new Map(laidOut.edges?.map(({ id, sections }) => [id, sections?.[0]]))
  const edges = graph.edges.map((edge): PlacedEdge => {
    const section = sections.get(edge.id)
    const points = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(at) : []
    const [start] = points
    // The numbers stand where the line leaves its text or source: before the first bend.
    const badges = start && edge.kind !== 'tells' ? badgesAt(start, edge.appearances) : []
    return { ...edge, path: roundedPath(points), badges }
  })
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const columns = columnsOf(nodes, words.columns)
  const ends = columns.map(({ kind, x }) => x + widthOfWords(words.columns[kind], HEAD_SIZE))
  return {
    width: Math.ceil(Math.max((laidOut.width ?? 0) + left, ...ends) + MARGIN),
    height: Math.ceil((laidOut.height ?? 0) + HEAD + 2 * MARGIN),
    nodes,
    edges,
    ties: drawTies(graph.ties, byId, (kind) => words.ties[kind]),
    columns,
  }
}

// A few appearances are named, many only counted: a line has no room for more.
const badgesAt = (start: Point, appearances: readonly number[]): Badge[] => {
  const words = appearances.length <= 3 ? appearances.map(String) : [`×${appearances.length}`]
  const widths = words.map((each) => Math.max(17, Math.ceil(widthOfWords(each, BADGE_SIZE)) + 9))
  return words.map((each, index) => {
    const width = widths[index] ?? 0
    const before = widths.slice(0, index).reduce((sum, wide) => sum + wide + 2, 0)
    return { words: each, width, x: start.x + 5 + before + width / 2, y: start.y }
  })
}

function columnsOf(nodes: readonly PlacedNode[], words: DrawingWords['columns']): GraphDrawing['columns'] {
  const begin = (['claim', 'text', 'source', 'origin'] as const).flatMap((kind) => {
    const xs = nodes.filter((node) => node.kind === kind).map(({ x }) => x)
    return xs.length > 0 ? [{ kind, x: Math.min(...xs) }] : []
  })
  // Two kinds may begin in one column: their heads stand beside each other, never on each other.
  let free = 0
  return begin
    .sort((a, b) => a.x - b.x)
    .map(({ kind, x }) => {
      const at = Math.max(x, free)
      free = at + widthOfWords(words[kind], HEAD_SIZE) + PADDING.x
      return { kind, x: at }
    })
}

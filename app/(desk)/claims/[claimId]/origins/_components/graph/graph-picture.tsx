import { useTranslations } from 'next-intl'
import type { GraphDrawing, PlacedEdge } from '@/lib/graph/layout'
import type { GraphNode } from '@/lib/graph/origin-graph'
import type { DrawnTie } from '@/lib/graph/tie-labels'
import type { IndependenceView } from '@/lib/independence/view'
import classes from './graph.module.css'
import { GraphNodeLink } from './graph-node-link'

// A graph somewhat too wide for its place shrinks to it; smaller than this it would be hard to read, and scrolls.
const LEAST_SCALE = 0.86

interface GraphPictureProps {
  drawing: GraphDrawing
  view: IndependenceView
  nameOf: (node: GraphNode) => string
}

/** The graph as a drawing whose nodes are links; what its lines say stands in words below it. */
export function GraphPicture({ drawing, view, nameOf }: GraphPictureProps) {
  const t = useTranslations('origins.graph')
  const { width, height, nodes, edges, ties, columns } = drawing
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset
    <svg
      className={classes.picture}
      style={{ '--full-width': `${width}px`, '--least-width': `${Math.round(width * LEAST_SCALE)}px` }}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={t('label')}
    >
      <defs>
        <Arrow id="arrow" className={classes.arrow} />
        <Arrow id="arrow-circle" className={classes.arrowCircle} />
      </defs>
      <g aria-hidden>
        {columns.map(({ kind, x }) => (
          <text key={kind} x={x} y={24} className={classes.column}>
            {t(`column.${kind}`, { count: view.claims.length })}
          </text>
        ))}
        {edges.map((edge) => (
          <Edge key={edge.id} edge={edge} />
        ))}
        {ties.map((tie) => (
          <Tie key={tie.id} tie={tie} />
        ))}
      </g>
      {nodes.map((node) => (
        <GraphNodeLink key={node.id} node={node} name={nameOf(node)} claimId={view.claimId} claims={view.claims} />
      ))}
    </svg>
  )
}

function Arrow({ id, className }: { id: string; className: string | undefined }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX={7.4}
      refY={4}
      markerWidth={8}
      markerHeight={8}
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d="M0 0.6L8 4L0 7.4z" className={className} />
    </marker>
  )
}

function Edge({ edge: { path, isCircle, against, badges } }: { edge: PlacedEdge }) {
  return (
    <g className={classes.edge} data-circle={isCircle || undefined} data-against={against || undefined}>
      <path d={path} className={classes.line} markerEnd={`url(#${isCircle ? 'arrow-circle' : 'arrow'})`} />
      {badges.map(({ words, width, x, y }) => (
        <g key={words} className={classes.badge}>
          <rect x={x - width / 2} y={y - 8.5} width={width} height={17} rx={8.5} />
          <text x={x} y={y + 3.7}>
            {words}
          </text>
        </g>
      ))}
    </g>
  )
}

function Tie({ tie: { path, label } }: { tie: DrawnTie }) {
  return (
    <g className={classes.tie}>
      <path d={path} />
      {label?.lines.map(({ words, y }) => (
        <text key={y} x={label.x} y={y}>
          {words}
        </text>
      ))}
    </g>
  )
}

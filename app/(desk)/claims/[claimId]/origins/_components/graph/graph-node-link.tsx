import Link from 'next/link'
import type { PlacedNode } from '@/lib/graph/layout'
import { groupAnchor } from '@/lib/graph/origin-graph'
import { innerLineOf, lookOf, outlineOf } from '@/lib/graph/shape'
import type { PooledClaim } from '@/lib/independence/view'
import classes from './graph.module.css'

type Claims = readonly PooledClaim[]

/** Where a node leads: a claim and its texts to the workbench, a source to its page, an origin to its appearances below. */
function addressOf(node: PlacedNode, claimId: string, claims: Claims): string {
  const atClaim = ({ articleId, id }: PooledClaim, tab: string) => `/articles/${articleId}?claim=${id}&tab=${tab}`
  switch (node.kind) {
    case 'claim':
      return node.claim.id === claimId ? atClaim(node.claim, 'attribution') : `/claims/${node.claim.id}/origins`
    case 'source':
      return `/sources/${node.hop.source.id}`
    case 'origin':
      return `#${groupAnchor(node)}`
    case 'text': {
      const own = claims.find(({ articleId }) => articleId === node.text?.articleId)
      if (own) return atClaim(own, 'attribution')
      if (node.text?.articleId) return `/articles/${node.text.articleId}`
      const [first] = claims
      return node.text ? `/sources/${node.text.sourceId}` : first ? atClaim(first, 'evidence') : '#'
    }
  }
}

interface GraphNodeLinkProps {
  node: PlacedNode
  /** In full, for a screen reader and the tooltip. */
  name: string
  claimId: string
  claims: Claims
}

export function GraphNodeLink({ node, name, claimId, claims }: GraphNodeLinkProps) {
  const look = lookOf(node)
  const inner = innerLineOf(look, node)
  const href = addressOf(node, claimId, claims)
  const drawn = (
    <g transform={`translate(${node.x} ${node.y})`}>
      <title>{name}</title>
      <path d={outlineOf(look, node)} className={classes.outline} />
      {inner && <path d={inner} className={classes.inner} />}
      {node.lines.map((line) => (
        <text key={line.y} x={line.x} y={line.y} className={classes.words} data-look={line.look}>
          {line.words}
        </text>
      ))}
    </g>
  )
  const parts = { href, className: classes.node, 'data-look': look, 'aria-label': name }
  // Within the page the browser itself goes there, and takes the place of the focus with it.
  if (href.startsWith('#')) return <a {...parts}>{drawn}</a>
  return (
    <Link {...parts} prefetch={false}>
      {drawn}
    </Link>
  )
}

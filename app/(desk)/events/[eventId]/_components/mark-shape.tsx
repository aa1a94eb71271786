import type { FigureRank } from '@/prisma/generated/enums'
import type { OriginLook } from './origin-look'
import classes from './plot.module.css'

interface MarkShapeProps {
  /** Null: whose figure it is is not determined. */
  look: OriginLook | null
  rank: FigureRank
}

/**
 * The shape of a figure around its middle: filled in the way of its origin; dashed with a question mark, where nobody knows it;
 * hollow and struck through, where it does not hold any more; within a ring, where it is preferred.
 */
export function MarkShape({ look, rank }: MarkShapeProps) {
  const isHollow = rank === 'DEPRECATED'
  return (
    <>
      {rank === 'PREFERRED' && <circle r={11.5} className={classes.preferred} />}
      {look ? (
        <path
          d={look.path}
          className={isHollow ? classes.hollow : classes.full}
          style={isHollow ? { stroke: look.color } : { fill: look.color }}
        />
      ) : (
        <>
          <circle r={7} className={classes.undetermined} />
          <text y={4} textAnchor="middle" className={classes.question}>
            ?
          </text>
        </>
      )}
      {isHollow && <path d="M-9,7L9,-7" className={classes.struck} />}
    </>
  )
}

import { REVIEW_ACTIONS, TRANSITIONS } from '@/lib/review/workflow'

/** The review as a Mermaid state diagram, one arrow per move of the table. The README holds it; a test compares. */
export function reviewDiagram(): string {
  const arrows = REVIEW_ACTIONS.flatMap((action) => {
    const { from, to } = TRANSITIONS[action]
    return from.map((state) => `  ${state} --> ${to}: ${action}`)
  })
  return ['stateDiagram-v2', '  [*] --> OPEN', ...arrows].join('\n')
}

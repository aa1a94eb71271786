import type { useTranslations } from 'next-intl'
import type { DrawingWords, NodeWords } from '@/lib/graph/layout'
import type { GraphNode } from '@/lib/graph/origin-graph'
import type { IndependenceView } from '@/lib/independence/view'

type Words = ReturnType<typeof useTranslations<'origins.graph'>>
type KindWords = ReturnType<typeof useTranslations<'source.kind'>>

// Before the word: what tells these apart at a glance, besides their outlines.
const MARK = { undetermined: '? ', roundUp: '≈ ', circle: '↻ ' } as const

/** What the nodes of a graph say: short in the picture, in full to a screen reader and in its tooltip. */
export function graphWords(t: Words, kindWords: KindWords, { claims }: IndependenceView) {
  const originAbove = ({ group, against, number }: Extract<GraphNode, { kind: 'origin' }>) => {
    if (group.standing !== 'origin') return MARK[group.standing] + t(group.standing)
    return t(against ? 'counter' : 'origin', { number: number ?? 0 })
  }
  const wordsOf = (node: GraphNode): NodeWords => {
    const appearances = t('appearances', { count: node.appearances.length })
    switch (node.kind) {
      case 'claim':
        return {
          above: t('claim', { number: node.claim.number }),
          name: node.claim.wording,
          below: claims.length > 1 ? node.claim.articleTitle : null,
        }
      case 'text':
        return {
          above: t(node.evidence ? 'evidence' : 'article'),
          name: node.text?.name ?? t('noText'),
          below: null,
        }
      case 'source': {
        const { source, affiliation, onBehalfOf } = node.hop
        const role = source.role?.toLowerCase() === source.name.toLowerCase() ? null : source.role
        const beside = [affiliation ?? role, onBehalfOf && t('onBehalfOf', { name: onBehalfOf })]
        return {
          above: kindWords(source.kind),
          name: source.name,
          below: beside.filter(Boolean).join(' · ') || null,
        }
      }
      case 'origin':
        return { above: originAbove(node), name: node.group.origin?.name ?? t('noText'), below: appearances }
    }
  }
  const nameOf = (node: GraphNode): string => {
    const { above, name, below } = wordsOf(node)
    const count = node.appearances.length
    if (node.kind === 'source')
      return t('name', { name: below ? `${name} (${below})` : name, what: t(node.ends ? 'end' : 'relay'), count })
    return t('name', { name, what: above.replace(/^[?≈↻] /, ''), count })
  }
  const column = (kind: GraphNode['kind']) => t(`column.${kind}`, { count: claims.length })
  const drawingWords: DrawingWords = {
    columns: { claim: column('claim'), text: column('text'), source: column('source'), origin: column('origin') },
    ties: { sameAs: t('tie.sameAs'), copied: t('tie.copied'), shared: t('tie.shared') },
  }
  return { wordsOf, nameOf, drawingWords }
}

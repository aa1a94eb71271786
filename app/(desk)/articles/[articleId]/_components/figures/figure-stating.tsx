'use client'

import { Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { ChainSentence } from '@/app/(desk)/_components/claims/chain-sentence'
import type { SpokenHop } from '@/lib/attributions/chain'
import { chainsStating, type SpanInParagraph, type StatingChain } from '@/lib/figures/figure-chains'
import classes from './figures.module.css'

/** The chains of a claim as the form of a figure offers them. */
export type OfferedChains = { passages: SpanInParagraph[]; chains: (StatingChain & { hops: SpokenHop[] })[] }

/** The chains that can state a figure: what denies the claim, or leaves it open, states none. */
export const mayState = ({ chains }: OfferedChains) => chains.filter(({ side }) => side === 'asserts')

/** The chains that are chosen for a figure of these words before anybody says so: where one is certain, that one. */
export function foundChains(verbatim: string, offered: OfferedChains): string[] {
  return chainsStating({ verbatim, statedBy: [] }, offered.passages, offered.chains).chainIds
}

interface FigureStatingProps {
  offered: OfferedChains
  /** The ids of the chains that are chosen. */
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Which of a claim's chains state the figure: asked where there are several. */
export function FigureStating({ offered, chosen, onChange }: FigureStatingProps) {
  const t = useTranslations('figure.stating')
  const possible = mayState(offered)
  if (possible.length < 2) return null
  return (
    <Checkbox.Group
      label={t('label')}
      description={t(chosen.length > 0 ? 'help' : 'asked')}
      value={[...chosen]}
      onChange={onChange}
    >
      <div className={classes.stating}>
        {possible.map(({ id, hops }) => (
          <Checkbox key={id} value={id} label={<ChainSentence hops={hops} />} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

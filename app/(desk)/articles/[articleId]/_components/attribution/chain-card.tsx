'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChainSentence } from '@/app/(desk)/_components/claims/chain-sentence'
import { spokenHops } from '@/app/(desk)/_components/claims/spoken-hops'
import { isOwnKnowledge } from '@/lib/attributions/how-known'
import type { ChainView } from '@/lib/attributions/queries'
import classes from './attribution.module.css'
import { HopLine } from './hop-line'

/** Where in the text a chain stands: the paragraph of its first anchored words. */
const paragraphOf = ({ hops }: ChainView) =>
  hops.flatMap((hop) => [hop.cueWords ?? hop.sourceWords].filter((words) => words !== null))[0]?.paragraph ?? null

interface ChainCardProps {
  chain: ChainView
  number: number
  total: number
  /** How the text knows, asked or answered; left out where nobody is asked. */
  question?: ReactNode
  /** The buttons below. */
  children: ReactNode
}

/** A chain: its sentence, and its hops from the article to the origin. */
export function ChainCard({ chain, number, total, question, children }: ChainCardProps) {
  const t = useTranslations('attribution')
  const paragraph = paragraphOf(chain)
  const { hops } = chain
  return (
    <article className={classes.card} aria-label={t('chainOf', { number, total })} data-item={chain.id}>
      <div className={classes.kick}>
        {t('chainOf', { number, total })}
        {paragraph !== null && ` · ${t('paragraph', { number: paragraph })}`}
      </div>
      <p className={classes.sentence}>
        <ChainSentence hops={spokenHops(hops)} knows={chain.knows} />
      </p>
      <ol className={classes.chain}>
        <li>
          <span
            className={classes.dot}
            data-origin={(hops.length === 0 && isOwnKnowledge(chain.knows)) || undefined}
            aria-hidden
          >
            ¶
          </span>
          <div className={classes.hop}>
            <b>{t('article')}</b>
            {hops.length > 0 && <div className={classes.role}>{t('assertsNothing')}</div>}
          </div>
        </li>
        {hops.map((hop, index) => (
          <HopLine key={hop.id} hop={hop} number={index + 1} isOrigin={index === hops.length - 1} />
        ))}
      </ol>
      {question}
      <div className={classes.buttons}>{children}</div>
    </article>
  )
}

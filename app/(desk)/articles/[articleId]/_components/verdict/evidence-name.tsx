import { useTranslations } from 'next-intl'
import type { VerdictView } from '@/lib/verdicts/queries/verdicts'

export type NamedEvidence = Omit<VerdictView['evidence'][number], 'withdrawnAt'>

const EXCERPT = 90

/** An evidence item in one line: how it bears on the claim, where it is from, and how it begins. */
export function EvidenceName({ item }: { item: NamedEvidence }) {
  const stance = useTranslations('stance')
  const t = useTranslations('verdict')
  const said = item.quote ?? item.note ?? ''
  const excerpt = said.length > EXCERPT ? `${said.slice(0, EXCERPT).toWellFormed()}…` : said
  const from = item.sourceName ?? item.articleTitle ?? item.url
  return <>{[stance(item.stance), from, excerpt && t('quoted', { words: excerpt })].filter(Boolean).join(' · ')}</>
}

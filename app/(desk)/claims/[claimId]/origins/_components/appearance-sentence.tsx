import { useTranslations } from 'next-intl'
import { ChainSentence } from '@/app/(desk)/_components/claims/chain-sentence'
import type { AppearanceView } from '@/lib/independence/view'
import { spokenHops } from './spoken-hops'

/** Who says it through whom, in one sentence; evidence without a chain is spoken by the source that it names. */
export function AppearanceSentence({
  appearance: { kind, text, hops, knows, question },
}: {
  appearance: AppearanceView
}) {
  const t = useTranslations('origins')
  if (kind === 'evidence' && text && hops.length === 0 && !question) return <>{t('spoken', { who: text.name })}</>
  return <ChainSentence hops={spokenHops(hops)} opening={kind === 'evidence' ? 'evidence' : 'article'} knows={knows} />
}

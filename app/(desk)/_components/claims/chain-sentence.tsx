import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import {
  type Citer,
  chainSentence,
  type NamedSource,
  type SentenceLink,
  type SpokenHop,
} from '@/lib/attributions/chain'
import { englishName } from '@/lib/attributions/english-name'
import { frenchName } from '@/lib/attributions/french-name'
import { formatWorldDate } from '@/lib/dates/world-date'
import type { HowKnown } from '@/prisma/generated/enums'

type Opening = 'article' | 'evidence'
type Lead = Opening | Exclude<Citer, 'text'> | 'several'

// Only French tells one from several by the name alone, and then the verb agrees with it.
function leadOf(opening: Opening, link: SentenceLink, before: SentenceLink | undefined, locale: string): Lead {
  if (link.citer === 'text' || !before) return opening
  if (link.citer !== 'group' || locale !== 'fr') return link.citer
  const { plural } = frenchName(before.source.kind, before.source.name)
  return plural === null ? 'group' : plural ? 'several' : 'thing'
}

// "McKenzie Jr.", "U.S.": their own point ends the sentence too.
const endsInStop = (last: SentenceLink | undefined) =>
  last !== undefined &&
  !last.affiliation &&
  !last.onBehalfOf &&
  !last.said &&
  last.about.length === 0 &&
  /[.!?…]$/u.test(last.source.name)

interface ChainSentenceProps {
  hops: readonly SpokenHop[]
  opening?: Opening
  /** How the text knows, where it names nobody. */
  knows?: HowKnown
}

/** A chain as one sentence: « L’article cite Anas Mallick (WION), qui cite les services de renseignement américains. » */
export function ChainSentence({ hops, opening = 'article', knows = 'NOT_ANSWERED' }: ChainSentenceProps) {
  const t = useTranslations('attribution')
  const locale = useLocale()
  const links = chainSentence(hops)
  if (links.length === 0) return <>{t(`nobody.${opening}.${knows}`)}</>
  const named = ({ kind, name }: NamedSource) =>
    locale === 'fr' ? frenchName(kind, name).text : englishName(kind, name)
  const who = (link: SentenceLink) => {
    const { about, said, affiliation, onBehalfOf } = link
    const day = said && formatWorldDate(said, locale)
    const behalf = onBehalfOf && t('onBehalfOf', { name: named(onBehalfOf) })
    const beside = [...about, affiliation?.name, behalf, day].filter(Boolean)
    return (
      <>
        <b>{named(link.source)}</b>
        {beside.length > 0 && ` (${beside.join(', ')})`}
      </>
    )
  }
  return (
    <>
      {links.map((link, index) => (
        // A chain's links have no other name than their place, and are drawn anew together.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <Fragment key={index}>
          {t.rich(`link.${leadOf(opening, link, links[index - 1], locale)}`, {
            what: () => t.rich(`phrase.${link.act}`, { who: () => who(link) }),
          })}
        </Fragment>
      ))}
      {endsInStop(links.at(-1)) ? null : '.'}
    </>
  )
}

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '@/app/_ui/section'
import { isCalledGovernment } from '@/lib/sources/governments'
import type { SourceView } from '@/lib/sources/queries/get-source'
import type { SourceKind } from '@/prisma/generated/enums'
import classes from './source-page.module.css'

const PARENT_LABELS = {
  UNNAMED_IN_TEXT: 'institution',
  DOCUMENT: 'issuer',
  OUTLET: 'owner',
  PERSON: 'institution',
  ORGANISATION: 'owner',
  CONFIDENTIAL: 'institution',
} as const satisfies Record<SourceKind, string>

/** What is known about a source: only what is known takes a line. */
export function SourceFacts({ source }: { source: SourceView }) {
  const t = useTranslations('sources.fact')
  const { aliases, parent, url, wikidataId, interests, article, kind } = source
  const isGovernment = kind === 'ORGANISATION' && (source.isGovernment ?? isCalledGovernment(source.name))
  const isNothing = aliases.length === 0 && !parent && !url && !wikidataId && !interests && !article && !isGovernment
  if (isNothing) return null
  return (
    <Section title={t('title')} look="card">
      <dl className={classes.facts}>
        {article && (
          <Fact label={t('article')}>
            <Link href={`/articles/${article.id}`}>{t('openArticle')}</Link>
          </Fact>
        )}
        {aliases.length > 0 && <Fact label={t('aliases')}>{aliases.join(' · ')}</Fact>}
        {parent && (
          <Fact label={t(PARENT_LABELS[kind])}>
            <Link href={`/sources/${parent.id}`} dir="auto">
              {parent.name}
            </Link>
          </Fact>
        )}
        {isGovernment && <Fact label={t('government')}>{t('governmentText')}</Fact>}
        {interests && <Fact label={t('interests')}>{interests}</Fact>}
        {url && (
          <Fact label={t('url')}>
            <a href={url} rel="noreferrer">
              {url}
            </a>
          </Fact>
        )}
        {wikidataId && (
          <Fact label={t('wikidata')}>
            <a href={`https://www.wikidata.org/wiki/${wikidataId}`} rel="noreferrer">
              {wikidataId}
            </a>
          </Fact>
        )}
      </dl>
    </Section>
  )
}

function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

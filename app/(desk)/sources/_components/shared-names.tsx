import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { LinkButton } from '@/app/_ui/link-button'
import { Section } from '@/app/_ui/section'
import type { SharedName } from '@/lib/sources/queries/shared-names'
import classes from './sources.module.css'

/** Sources that are called the same but for what nobody sees or minds, each pair with the way to merge it. Nothing where there are none. */
export function SharedNames({ pairs }: { pairs: readonly SharedName[] }) {
  const t = useTranslations('sources.sharedNames')
  const kind = useTranslations('source.kind')
  if (pairs.length === 0) return null
  return (
    <Section title={t('title')} look="flush" count={pairs.length}>
      <p className={classes.sharedText}>{t('text')}</p>
      <ul className={classes.list}>
        {pairs.map(({ one, other }) => (
          <li key={other.id} className={classes.shared}>
            <span className={classes.words}>
              {[one, other].map((source) => (
                <Link key={source.id} href={`/sources/${source.id}`} className={classes.name}>
                  <bdi dir="auto">{source.name}</bdi>
                </Link>
              ))}
              <span className={classes.quiet}>{kind(one.kind)}</span>
            </span>
            <LinkButton href={`/sources/${one.id}/merge?with=${other.id}`}>
              {t('compare')}
              <span className={classes.hidden}>{t('compared', { one: one.name, other: other.name })}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}

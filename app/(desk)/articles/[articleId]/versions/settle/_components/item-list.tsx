import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { SettlingItem } from '@/lib/versions/queries/get-settling'
import classes from '../../_components/versions.module.css'
import { StandingPill } from './standing-pill'

interface ItemListProps {
  items: readonly SettlingItem[]
  currentId: string
  onChoose: (id: string) => void
}

/** All that stood on the earlier texts, in their order. */
export function ItemList({ items, currentId, onChoose }: ItemListProps) {
  const t = useTranslations('versions')
  const list = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is current
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [currentId])
  return (
    <nav aria-label={t('items')}>
      <ol className={classes.items} ref={list}>
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className={classes.item}
              aria-current={item.id === currentId || undefined}
              onClick={() => onChoose(item.id)}
            >
              <span>
                <StandingPill item={item} /> {t('claimNumber', { number: item.claim.number })} ·{' '}
                {t(`kind.${item.kind}`)}
              </span>
              <span className={classes.itemWords} translate="no">
                {item.span.exact}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

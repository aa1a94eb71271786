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
    const [box, current] = [list.current, list.current?.querySelector('[aria-current]')]
    if (!box || !current) return
    const [outer, inner] = [box.getBoundingClientRect(), current.getBoundingClientRect()]
    if (inner.top < outer.top) box.scrollTop += inner.top - outer.top
    else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom
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
              <span className={classes.itemWords} translate="no" dir="auto">
                {item.span.exact}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef } from 'react'
import type { MarkView } from '@/lib/review/mark-view'

// So many names are made in one go, which takes a few milliseconds.
const AT_ONCE = 100

type Named = { claim: MarkView; position: number; count: number }

/**
 * Gives each claim's tag in the text its name: "Affirmation 3, 2 sur 12, bilan humain, en relecture, affectée à …". One more claim
 * changes the names of all: they follow what is seen, some at a time.
 */
export function useClaimNames(root: RefObject<Element | null>, claims: readonly MarkView[]): void {
  const t = useTranslations('workbench.mark')
  const category = useTranslations('category')
  const state = useTranslations('state')
  const names = useRef(new WeakMap<Element, Named>())
  useEffect(() => {
    const count = claims.length
    const nameOf = (claim: MarkView, position: number) => {
      const words = { category: category(claim.category), state: state(claim.state) }
      const values = { number: claim.number, position, count, ...words }
      return claim.assignee ? t('assigned', { ...values, assignee: claim.assignee }) : t('name', values)
    }
    const tags = new Map<string, Element>()
    let at = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const nameSome = () => {
      if (at === 0)
        for (const tag of root.current?.querySelectorAll('a[data-tag]') ?? [])
          tags.set(tag.getAttribute('data-tag') ?? '', tag)
      for (const claim of claims.slice(at, at + AT_ONCE)) {
        const position = ++at
        const tag = tags.get(claim.id)
        const named = tag && names.current.get(tag)
        if (!tag || (named?.claim === claim && named.position === position && named.count === count)) continue
        tag.setAttribute('aria-label', nameOf(claim, position))
        names.current.set(tag, { claim, position, count })
      }
      if (at < count) timer = setTimeout(nameSome)
    }
    timer = setTimeout(nameSome)
    return () => clearTimeout(timer)
  }, [root, claims, t, category, state])
}

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect } from 'react'
import type { MarkView } from '@/lib/review/mark-view'

/** Gives each claim's tag in the text its name: "Affirmation 3, 2 sur 12, bilan humain, en relecture, affectée à …". */
export function useClaimNames(root: RefObject<Element | null>, claims: readonly MarkView[]): void {
  const t = useTranslations('workbench.mark')
  const category = useTranslations('category')
  const state = useTranslations('state')
  useEffect(() => {
    const tags = new Map<string, Element>()
    for (const tag of root.current?.querySelectorAll('a[data-tag]') ?? [])
      tags.set(tag.getAttribute('data-tag') ?? '', tag)
    claims.forEach((claim, position) => {
      const values = {
        number: claim.number,
        position: position + 1,
        count: claims.length,
        category: category(claim.category),
        state: state(claim.state),
      }
      const name = claim.assignee ? t('assigned', { ...values, assignee: claim.assignee }) : t('name', values)
      tags.get(claim.id)?.setAttribute('aria-label', name)
    })
  }, [root, claims, t, category, state])
}

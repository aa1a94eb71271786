import { useTranslations } from 'next-intl'
import { Pill } from '@/app/_ui/pill'
import type { ClaimCategory } from '@/prisma/generated/enums'
import { CATEGORY_LOOK } from './category-look'

/** A claim's category as a coloured word. */
export function CategoryWord({ category }: { category: ClaimCategory }) {
  const t = useTranslations('category')
  return (
    <Pill look="plain" tone={CATEGORY_LOOK[category].tone}>
      {t(category)}
    </Pill>
  )
}

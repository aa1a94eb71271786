'use client'

import { useTranslations } from 'next-intl'
import { ProgressMeter } from '@/app/_ui/progress-meter'
import { articleProgress } from '@/lib/articles/progress'
import type { ReviewState } from '@/prisma/generated/enums'
import { useArticleClaims } from '../workbench/article-claims'

/** How many of the article's claims are approved, as text and list have them. */
export function ArticleProgress() {
  const t = useTranslations('workbench.header')
  const { claims } = useArticleClaims()
  const counts: Partial<Record<ReviewState, number>> = {}
  for (const { state } of claims) counts[state] = (counts[state] ?? 0) + 1
  const { total, approved, inReview } = articleProgress(counts, false)
  if (total === 0) return null
  return (
    <ProgressMeter
      total={total}
      label={t('approvedOf', { approved, total })}
      segments={[
        { value: approved, tone: 'accent', label: t('approved') },
        { value: inReview, tone: 'warning', label: t('inReview') },
      ]}
      width="clamp(32px, 8vw, 120px)"
    />
  )
}

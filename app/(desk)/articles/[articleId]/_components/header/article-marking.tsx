import type { ArticleView } from '@/lib/articles/queries'
import { type PermissionFacts, permissionRefusals } from '@/lib/auth/permissions'
import { MarkingToggle } from './marking-toggle'

/** The switch of "marking finished", for those who may press it. */
export function ArticleMarking({ article, facts }: { article: ArticleView; facts: PermissionFacts }) {
  const isFinished = article.markingFinishedAt !== null
  const permission = isFinished ? 'article:resumeMarking' : 'article:finishMarking'
  if (permissionRefusals(permission, facts).length > 0) return null
  return (
    <MarkingToggle
      key={article.version}
      article={{ id: article.id, version: article.version }}
      isFinished={isFinished}
      reasons={article.archivedAt ? [{ key: 'article.archived' }] : []}
    />
  )
}

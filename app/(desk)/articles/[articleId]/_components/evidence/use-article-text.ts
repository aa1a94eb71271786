'use client'

import { useEffect, useState } from 'react'

export type ArticleText = {
  articleId: string
  title: string
  language: string | null
  versionId: string
  text: string
}

type Loading = { state: 'none' | 'loading' | 'failed'; article: null } | { state: 'ready'; article: ArticleText }

/** Another article's text, fetched when it is asked for. */
export function useArticleText(articleId: string | null): Loading {
  const [loaded, setLoaded] = useState<{ id: string; article: ArticleText | null } | null>(null)
  useEffect(() => {
    if (!articleId) return
    const abort = new AbortController()
    const load = async () => {
      try {
        const answer = await fetch(`/api/v1/articles/${articleId}/text`, { signal: abort.signal })
        setLoaded({ id: articleId, article: answer.ok ? await answer.json() : null })
      } catch {
        if (!abort.signal.aborted) setLoaded({ id: articleId, article: null })
      }
    }
    void load()
    return () => abort.abort()
  }, [articleId])
  if (!articleId) return { state: 'none', article: null }
  if (loaded?.id !== articleId) return { state: 'loading', article: null }
  return loaded.article ? { state: 'ready', article: loaded.article } : { state: 'failed', article: null }
}

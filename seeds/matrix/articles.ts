import { archiveArticle, unarchiveArticle } from '@/lib/articles/commands/archive-article'
import { editArticle } from '@/lib/articles/commands/edit-article'
import { finishMarking, resumeMarking } from '@/lib/articles/commands/finish-marking'
import {
  findArticleByText,
  findSeededArticle,
  findSpan,
  getArticle,
  getArticleTitle,
  listArticles,
} from '@/lib/articles/queries'
import { newId } from '@/lib/ids'
import { importArticle } from '@/lib/import/commands/import-article'
import { previewImport } from '@/lib/import/queries'
import { getVerdictReport } from '@/lib/reports/queries'
import { once } from '@/seeds/builders'
import type { Entries } from '@/seeds/matrix/entries'

const seen = ({ id, version }: { id: string; version: number }) => ({ ...once(), id, version })
const bytesOf = (text: string) => new TextEncoder().encode(text)

export const ARTICLES: Entries = {
  commands: {
    editArticle: {
      may: 'article:edit',
      call: (ctx, { article }) => editArticle(ctx, { ...seen(article), title: 'x', outletId: null }),
    },
    archiveArticle: { may: 'article:archive', call: (ctx, { article }) => archiveArticle(ctx, seen(article)) },
    unarchiveArticle: { may: 'article:unarchive', call: (ctx, { archived }) => unarchiveArticle(ctx, seen(archived)) },
    finishMarking: { may: 'article:finishMarking', call: (ctx, { article }) => finishMarking(ctx, seen(article)) },
    resumeMarking: { may: 'article:resumeMarking', call: (ctx, { finished }) => resumeMarking(ctx, seen(finished)) },
  },
  queries: {
    listArticles: { call: (ctx) => listArticles(ctx) },
    getArticle: { call: (ctx, { article }) => getArticle(ctx, article.id) },
    getArticleTitle: { call: (ctx, { article }) => getArticleTitle(ctx, article.id) },
    findArticleByText: { call: (ctx, { article }) => findArticleByText(ctx, article.text) },
    findSeededArticle: { call: (ctx) => findSeededArticle(ctx, 'none.txt'), bare: true },
    findSpan: { call: (ctx, { article, claims }) => findSpan(ctx, article.id, claims.checking.spanId ?? '') },
  },
}

export const IMPORT: Entries = {
  commands: {
    importArticle: {
      may: 'article:import',
      own: true,
      call: (ctx, { article }) => importArticle(ctx, { ...once(), id: newId(), bytes: bytesOf(article.text) }),
    },
  },
  queries: {
    previewImport: {
      may: 'article:import',
      echoes: true,
      call: (ctx, { article }) => previewImport(ctx, { bytes: bytesOf(article.text) }),
    },
  },
  exempt: { readForPreview: 'a step of previewImport and of previewVersion, which are tried' },
}

export const REPORTS: Entries = {
  queries: { getVerdictReport: { call: (ctx, { article }) => getVerdictReport(ctx, article.id) } },
}

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
import { acceptFiles, cancelBatch, retryFiles } from '@/lib/import/commands/change-batch'
import { fetchPage } from '@/lib/import/commands/fetch-page'
import { importArticle } from '@/lib/import/commands/import-article'
import { receiveFiles, startBatch } from '@/lib/import/commands/receive-files'
import { undoBatch } from '@/lib/import/commands/undo-batch'
import { previewImport } from '@/lib/import/queries'
import { getImportBatch, listImportBatches } from '@/lib/import/queries/batches'
import { getFetchedBytes } from '@/lib/import/queries/fetched-page'
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
    fetchPage: {
      may: 'article:import',
      own: true,
      meets: 'fetch.notPublic',
      call: (ctx) => fetchPage(ctx, { ...once(), id: newId(), address: 'http://127.0.0.1/' }),
    },
    startBatch: {
      may: 'article:import',
      own: true,
      call: (ctx) => startBatch(ctx, { ...once(), id: newId(), expected: 3 }),
    },
    receiveFiles: {
      may: 'article:import',
      call: (ctx, { batch }) =>
        receiveFiles(ctx, {
          ...{ ...once(), id: batch },
          files: [{ id: newId(), position: 8, fileName: 'x.txt', size: 1, bytes: bytesOf('x') }],
        }),
    },
    retryFiles: { may: 'article:import', call: (ctx, { batch }) => retryFiles(ctx, { ...once(), id: batch }) },
    acceptFiles: {
      may: 'article:import',
      call: (ctx, { batch }) => acceptFiles(ctx, { ...once(), id: batch, files: null, mend: false }),
    },
    cancelBatch: { may: 'article:import', call: (ctx, { batch }) => cancelBatch(ctx, { ...once(), id: batch }) },
    undoBatch: { may: 'article:import', call: (ctx, { batch }) => undoBatch(ctx, { ...once(), id: batch }) },
  },
  queries: {
    getFetchedBytes: {
      may: 'article:import',
      call: (ctx, { page }) => getFetchedBytes(ctx, page),
      bare: true,
    },
    listImportBatches: { may: 'article:import', call: (ctx) => listImportBatches(ctx) },
    getImportBatch: { may: 'article:import', call: (ctx, { batch }) => getImportBatch(ctx, { id: batch }) },
    previewImport: {
      may: 'article:import',
      echoes: true,
      call: (ctx, { article }) => previewImport(ctx, { bytes: bytesOf(article.text) }),
    },
  },
  exempt: {
    readForPreview: 'a step of previewImport and of previewVersion, which are tried',
    readBatchTexts: 'done by the worker alone, for texts that are in',
    workOnBatch: 'done by the worker alone, as whoever asked for it and with their rights of that moment',
  },
}

export const REPORTS: Entries = {
  queries: { getVerdictReport: { call: (ctx, { article }) => getVerdictReport(ctx, article.id) } },
}

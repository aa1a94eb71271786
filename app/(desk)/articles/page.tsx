import { IconFileText } from '@tabler/icons-react'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { AppPage } from '@/app/_ui/app-page'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { PageLinks } from '@/app/_ui/page-links'
import { Section } from '@/app/_ui/section'
import { listArticles } from '@/lib/articles/queries'
import { permissionRefusals } from '@/lib/auth/permissions'
import { articleId } from '@/lib/ids'
import { ArticleFilter } from './_components/article-filter'
import { ArticleRow } from './_components/article-row'
import classes from './_components/articles.module.css'
import { ImportButton } from './_components/import-button'

type ListParams = Promise<Record<string, string | string[] | undefined>>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
const pageOf = (value: string | undefined) => (value && /^[1-9]\d{0,3}$/.test(value) ? Number(value) : 1)

export async function generateMetadata() {
  const t = await getTranslations('articles')
  return { title: t('title') }
}

export default async function ArticlesPage({ searchParams }: { searchParams: ListParams }) {
  const [ctx, parameters, t] = await Promise.all([getCtx(), searchParams, getTranslations('articles')])
  const search = one(parameters.q)?.slice(0, 200) ?? ''
  const archived = one(parameters.archived) === '1'
  const { articles, total, ...pages } = await listArticles(ctx, {
    search,
    archived,
    page: pageOf(one(parameters.page)),
    after: articleId.safeParse(one(parameters.after)).data,
  })
  const importRefusals = permissionRefusals('article:import', ctx.actor)
  const editRefusals = permissionRefusals('article:edit', ctx.actor)
  const emptyTitle = search ? t('emptyFound') : archived ? t('emptyArchive') : t('empty')
  const emptyText = search ? t('emptyFoundText') : archived ? t('emptyArchiveText') : t('emptyText')
  return (
    <AppPage>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={<ImportButton reasons={importRefusals} label={t('import')} />}
      />
      <ArticleFilter search={search} archived={archived} />
      {articles.length === 0 ? (
        <EmptyState
          icon={<IconFileText size={28} />}
          title={emptyTitle}
          titleAs="h2"
          action={
            !search && !archived && importRefusals.length === 0 ? (
              <ImportButton reasons={[]} label={t('import')} />
            ) : undefined
          }
        >
          {emptyText}
        </EmptyState>
      ) : (
        <Section title={archived ? t('archived') : t('current')} count={total} look="flush">
          <ul className={classes.list}>
            {articles.map((article) => (
              <ArticleRow key={article.id} article={article} reasons={editRefusals} />
            ))}
          </ul>
        </Section>
      )}
      <PageLinks
        pages={pages}
        label={t('pages')}
        pathname="/articles"
        query={{ ...(search && { q: search }), ...(archived && { archived: '1' }) }}
      />
    </AppPage>
  )
}

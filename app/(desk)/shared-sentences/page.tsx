import { IconClockX, IconCopy } from '@tabler/icons-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { orNotFound } from '@/app/_server/found'
import { inTime } from '@/app/_server/in-time'
import { AppPage } from '@/app/_ui/app-page'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { permissionRefusals } from '@/lib/auth/permissions'
import { listSharedSentences } from '@/lib/copies/queries/list-shared-sentences'
import { SHOWN, sentenceCursor } from '@/lib/copies/schema'
import { articleId, claimId } from '@/lib/ids'
import { SentenceCard } from './_components/sentence-card'
import { SentenceFilter } from './_components/sentence-filter'
import classes from './_components/shared-sentences.module.css'

export async function generateMetadata() {
  const t = await getTranslations('sharedSentences')
  return { title: t('title') }
}

export default async function SharedSentencesPage({ searchParams }: PageProps<'/shared-sentences'>) {
  const [ctx, wanted, t] = await Promise.all([getCtx(), searchParams, getTranslations('sharedSentences')])
  const article = articleId.safeParse(wanted.article).data ?? null
  const claim = claimId.safeParse(wanted.claim).data ?? null
  const show = SHOWN.find((each) => each === wanted.show) ?? (claim ? 'all' : 'undecided')
  const asked = Number(wanted.page)
  const found = await inTime(
    orNotFound(
      listSharedSentences(ctx, {
        article,
        claim,
        show,
        before: sentenceCursor.safeParse(wanted.before).success ? String(wanted.before) : null,
        page: Number.isInteger(asked) && asked >= 1 && asked <= 9999 ? asked : 1,
      }),
    ),
  )
  const { sentences, about, before } = found ?? { sentences: [], about: null, before: null }
  const refusals = {
    decide: permissionRefusals('passage:decide', ctx.actor),
    takeBack: permissionRefusals('passage:takeBack', ctx.actor),
    link: permissionRefusals('comment:add', ctx.actor),
  }
  const query = { show, ...(article && { article }), ...(claim && { claim }) }
  return (
    <AppPage width="wide">
      <PageHeader
        title={t('title')}
        description={
          about
            ? t.rich('ofArticle', { title: about.title, all: (words) => <Link href="/shared-sentences">{words}</Link> })
            : t('description')
        }
      />
      <SentenceFilter show={show} article={article} claim={claim} />
      {found === null ? (
        <EmptyState icon={<IconClockX size={28} />} title={t('late')} titleAs="h2">
          {t('lateText')}
        </EmptyState>
      ) : sentences.length === 0 ? (
        <EmptyState icon={<IconCopy size={28} />} title={t(`empty.${show}`)} titleAs="h2">
          {before ? t('emptySoFar') : t('emptyText')}
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {sentences.map((sentence) => (
            <li key={sentence.key}>
              <SentenceCard sentence={sentence} refusals={refusals} />
            </li>
          ))}
        </ul>
      )}
      <nav aria-label={t('pages')} className={classes.pages}>
        {about && about.page > 1 && (
          <Link
            href={{
              pathname: '/shared-sentences',
              query: { ...query, page: String(Math.min(about.page - 1, about.pages)) },
            }}
          >
            {t('previousPage')}
          </Link>
        )}
        {about && about.page < about.pages && (
          <Link href={{ pathname: '/shared-sentences', query: { ...query, page: String(about.page + 1) } }}>
            {t('nextPage')}
          </Link>
        )}
        {before && <Link href={{ pathname: '/shared-sentences', query: { ...query, before } }}>{t('goOn')}</Link>}
      </nav>
    </AppPage>
  )
}

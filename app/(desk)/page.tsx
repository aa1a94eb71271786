import { getTranslations } from 'next-intl/server'
import { permissionRefusals } from '@/lib/auth/permissions'
import { listLinkNotices } from '@/lib/auth/queries/link-notices'
import { listNotices } from '@/lib/notices/queries'
import { type DeskView, getDesk } from '@/lib/review/queries/desk'
import { getCtx, requireViewer } from '../_server/actor'
import { AppPage } from '../_ui/app-page'
import { EmptyState } from '../_ui/empty-state'
import { PageHeader } from '../_ui/page-header'
import { Section } from '../_ui/section'
import { ArticleProgressList } from './_components/desk/article-progress-list'
import { ClaimRows } from './_components/desk/claim-rows'
import classes from './_components/desk/desk.module.css'
import { LinkNotices } from './_components/desk/link-notices'
import { Notices } from './_components/desk/notices'
import { Recounting } from './_components/desk/recounting'

const LISTS = ['mine', 'toReview', 'needsAttention', 'stuck', 'open'] as const satisfies readonly (keyof DeskView)[]
const NONE = { count: 0, more: false }
// Who only reads has no claims of their own, and reviews none.
const LISTS_OF_READERS = ['open'] as const satisfies readonly (keyof DeskView)[]

export async function generateMetadata() {
  const t = await getTranslations('desk')
  return { title: t('title') }
}

/** The desk: what waits for the person who opens it. */
export default async function DeskPage() {
  const viewer = await requireViewer()
  const ctx = await getCtx()
  const [t, desk, notices, linkNotices] = await Promise.all([
    getTranslations('desk'),
    getDesk(ctx),
    listNotices(ctx, 20),
    listLinkNotices(ctx),
  ])
  const isReader = permissionRefusals('claim:mark', { role: ctx.actor.role, isOwner: ctx.actor.isOwner }).length > 0
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: viewer.project.timeZone }).format(ctx.now)
  return (
    <AppPage width="wide">
      <PageHeader title={t('hello', { name: viewer.user.name })} description={viewer.project.name} />
      <LinkNotices notices={linkNotices} />
      <div className={classes.columns}>
        <div>
          {(isReader ? LISTS_OF_READERS : LISTS).map((list) => {
            const { claims, count: found, more } = desk[list]
            // What has changed and nobody has counted yet is told of, and never left out.
            const recounting = list === 'needsAttention' ? desk.needsAttention.recounting : NONE
            const count = { count: found, more: more || recounting.count > 0 }
            if (claims.length + recounting.count === 0 && (list === 'stuck' || list === 'needsAttention')) return null
            return (
              <Section
                key={list}
                title={t(`list.${list}`)}
                count={found === 0 && recounting.count > 0 ? undefined : count}
                look="flush"
              >
                {claims.length === 0 && recounting.count === 0 && (
                  <EmptyState compact title={t(`empty.${list}`)}>
                    {t(`emptyHelp.${list}`)}
                  </EmptyState>
                )}
                {claims.length > 0 && (
                  <ClaimRows
                    claims={claims}
                    count={count}
                    today={today}
                    me={viewer.user.id}
                    tab={list === 'toReview' || list === 'needsAttention' ? 'verdict' : undefined}
                  />
                )}
                <Recounting value={recounting} />
              </Section>
            )
          })}
        </div>
        <div>
          <Notices notices={notices} />
          <ArticleProgressList />
        </div>
      </div>
    </AppPage>
  )
}

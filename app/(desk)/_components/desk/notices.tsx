'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { NoticeView } from '@/lib/notices/queries'
import { DateText } from '../../../_ui/date-text'
import { EmptyState } from '../../../_ui/empty-state'
import { Section } from '../../../_ui/section'
import { useAction } from '../../../_ui/use-action'
import { markNoticesReadAction } from '../../_actions/notices'
import { claimHref, type PanelTab } from '../claims/panel-tab'
import classes from './desk.module.css'

// Where that stands which the notice is about: the comment, the verdict; else the claim.
const TAB_OF: Partial<Record<NoticeView['kind'], PanelTab>> = {
  RETURNED: 'activity',
  REOPENED: 'activity',
  SUBMITTED: 'verdict',
  APPROVED: 'verdict',
  FIGURE_SUPERSEDED: 'verdict',
}

/** What others did with one's claims. Opening one reads it. */
export function Notices({ notices }: { notices: NoticeView[] }) {
  const t = useTranslations('notice')
  const { run, pending } = useAction(markNoticesReadAction)
  const unread = notices.filter((notice) => notice.readAt === null).length
  const readAll = unread > 0 && (
    <Button size="compact-sm" variant="subtle" loading={pending} onClick={() => void run({})}>
      {t('readAll')}
    </Button>
  )
  return (
    <Section id="notices" title={t('title')} count={unread} look="flush" actions={readAll}>
      {notices.length === 0 && (
        <EmptyState compact title={t('empty')}>
          {t('emptyHelp')}
        </EmptyState>
      )}
      <ul className={classes.notices}>
        {notices.map((notice) => (
          <li key={notice.id}>
            <Link
              href={`/articles/${notice.claim.articleId}${claimHref(notice.claim.id, TAB_OF[notice.kind])}`}
              className={classes.notice}
              data-unread={notice.readAt === null || undefined}
              onClick={() => {
                if (notice.readAt === null) void run({ ids: [notice.id] })
              }}
            >
              <span className={classes.what}>
                {t(`kind.${notice.kind}`, { who: notice.causedBy?.name ?? 'Recoupe', claim: notice.claim.wording })}
              </span>
              <span className={classes.when}>
                <DateText value={notice.createdAt} look="relative" />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

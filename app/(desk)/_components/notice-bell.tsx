'use client'

import { ActionIcon } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { BoundedCount } from '@/lib/database/bounded-count'
import classes from './notice-bell.module.css'

/** Leads to the notices on the desk. */
export function NoticeBell({ unread }: { unread: BoundedCount }) {
  const t = useTranslations('shell')
  const label = t(unread.more ? 'manyNotices' : 'notices', { count: unread.count })
  return (
    <ActionIcon component={Link} href="/#notices" aria-label={label} title={label} className={classes.bell}>
      <IconBell size={19} stroke={1.7} aria-hidden />
      {unread.count > 0 && (
        <span aria-hidden className={classes.count}>
          {unread.more ? `${unread.count}+` : unread.count}
        </span>
      )}
    </ActionIcon>
  )
}

'use client'

import {
  IconCalendarEvent,
  IconCopy,
  IconFileText,
  IconHome,
  IconListCheck,
  IconMessageCircle,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BoundedCount } from '@/lib/database/bounded-count'
import { Pill } from '../../_ui/pill'
import { ShellProvider } from '../../_ui/shell-context'
import { NoticeBell } from './notice-bell'
import { type MenuUser, UserMenu } from './user-menu'

const SCREENS = [
  { href: '/', key: 'desk', Icon: IconHome },
  { href: '/articles', key: 'articles', Icon: IconFileText },
  { href: '/claims', key: 'claims', Icon: IconListCheck },
  { href: '/sources', key: 'sources', Icon: IconMessageCircle },
  { href: '/events', key: 'events', Icon: IconCalendarEvent },
  { href: '/shared-sentences', key: 'sharedSentences', Icon: IconCopy },
  { href: '/team', key: 'team', Icon: IconUsers },
  { href: '/account', key: 'account', Icon: IconUser },
] as const

interface DeskShellProps extends MenuUser {
  brand: string
  unreadNotices: BoundedCount
  children: ReactNode
}

export function DeskShell({ brand, unreadNotices, children, ...menu }: DeskShellProps) {
  const t = useTranslations('shell')
  const shell = {
    brand,
    badge: menu.project.training && (
      <Pill tone="warning" title={t('trainingHelp')}>
        {t('training')}
      </Pill>
    ),
    navigation: SCREENS.map(({ href, key, Icon }) => ({
      href,
      label: t(`nav.${key}`),
      icon: <Icon size={18} stroke={1.7} aria-hidden />,
    })),
    tools: (
      <>
        <NoticeBell unread={unreadNotices} />
        <UserMenu {...menu} />
      </>
    ),
  }
  return <ShellProvider shell={shell}>{children}</ShellProvider>
}

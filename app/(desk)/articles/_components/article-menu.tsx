'use client'

import { ActionIcon, Button, Menu, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArchive, IconArchiveOff, IconDotsVertical, IconPencil } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ActionError, RefusalReason } from '@/app/_ui/action-result'
import { useAction } from '@/app/_ui/use-action'
import { useReasonText } from '@/app/_ui/use-reason-text'
import { archiveArticleAction, unarchiveArticleAction } from '../../_actions/articles'
import classes from './articles.module.css'
import type { EditableArticle } from './edit-article-form'

// Fetched when it is opened: its fields weigh more than the list.
const EditArticleForm = dynamic(() => import('./edit-article-form').then((module) => module.EditArticleForm))

interface ArticleMenuProps {
  article: EditableArticle & { archivedAt: Date | null }
  reasons: readonly RefusalReason[]
}

/** What can be done with an article from the list. Archiving is undone from its notice. */
export function ArticleMenu({ article, reasons }: ArticleMenuProps) {
  const t = useTranslations('articles')
  const text = useReasonText()
  const [editing, setEditing] = useState(false)
  const onError = (error: ActionError) =>
    notifications.show({ color: 'false', message: error.reasons.map(text).join(' ') })
  const back = useAction(unarchiveArticleAction, {
    onSuccess: () => notifications.show({ message: t('unarchived', { title: article.title }) }),
    onError,
  })
  const away = useAction(archiveArticleAction, {
    onSuccess: (archived) => {
      const id = `archived-${archived.id}`
      const undo = () => {
        notifications.hide(id)
        back.run(archived)
      }
      notifications.show({
        id,
        autoClose: 12_000,
        message: (
          <span className={classes.undo}>
            {t('archivedNotice', { title: article.title })}
            <Button size="compact-sm" onClick={undo}>
              {t('undo')}
            </Button>
          </span>
        ),
      })
    },
    onError,
  })
  if (reasons.length > 0) return null
  const seen = { id: article.id, version: article.version }
  return (
    <div className={classes.menu}>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t('menu', { title: article.title })} loading={away.pending || back.pending}>
            <IconDotsVertical size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {article.archivedAt ? (
            <Menu.Item leftSection={<IconArchiveOff size={16} aria-hidden />} onClick={() => back.run(seen)}>
              {t('unarchive')}
            </Menu.Item>
          ) : (
            <>
              <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
                {t('edit')}
              </Menu.Item>
              <Menu.Item leftSection={<IconArchive size={16} aria-hidden />} onClick={() => away.run(seen)}>
                {t('archive')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={editing} onClose={() => setEditing(false)} title={t('edit')} size="lg">
        <EditArticleForm article={article} onDone={() => setEditing(false)} onCancel={() => setEditing(false)} />
      </Modal>
    </div>
  )
}

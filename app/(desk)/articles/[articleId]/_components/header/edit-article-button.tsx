'use client'

import { Modal } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { EditableArticle } from '@/app/(desk)/articles/_components/edit-article-form'
import classes from './header.module.css'

const EditArticleForm = dynamic(() =>
  import('@/app/(desk)/articles/_components/edit-article-form').then((module) => module.EditArticleForm),
)

/** What is known of the article, to be corrected where it is shown. */
export function EditArticleButton({ article }: { article: EditableArticle }) {
  const t = useTranslations('workbench.header')
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  return (
    <>
      <button type="button" className={classes.edit} onClick={() => setOpened(true)}>
        <IconPencil size={14} aria-hidden /> {t('editDetails')}
      </button>
      <Modal opened={opened} onClose={close} title={t('editDetails')} size="lg">
        <EditArticleForm article={article} onDone={close} onCancel={close} />
      </Modal>
    </>
  )
}

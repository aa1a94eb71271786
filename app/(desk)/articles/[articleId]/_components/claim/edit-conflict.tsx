'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Note } from '@/app/_ui/note'
import { CategoryWord } from '@/app/(desk)/_components/claims/category-word'
import type { ClaimView } from '@/lib/claims/queries'
import classes from './claim-tab.module.css'

interface EditConflictProps {
  theirs: ClaimView
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Says what a colleague has made of the claim meanwhile; one's own text stays in the form until one has chosen. */
export function EditConflict({ theirs, onKeepMine, onTakeTheirs }: EditConflictProps) {
  const t = useTranslations('claim.conflict')
  const checked = useTranslations('checked')
  return (
    <div role="alert">
      <Note title={t('title')}>
        <p className={classes.theirs} dir="auto">
          {theirs.wording}
        </p>
        <p>
          <CategoryWord category={theirs.category} /> · {checked(theirs.checked)}
          {theirs.tags.length > 0 && ` · ${theirs.tags.join(', ')}`}
        </p>
        <div className={classes.buttons}>
          <Button size="compact-sm" onClick={onKeepMine}>
            {t('keepMine')}
          </Button>
          <Button size="compact-sm" onClick={onTakeTheirs}>
            {t('takeTheirs')}
          </Button>
        </div>
      </Note>
    </div>
  )
}

'use client'

import { NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { ADDABLE_KINDS } from '@/lib/sources/schema'
import classes from './attribution.module.css'
import type { SourceDraft } from './hop-draft'

/** That the desk does not have this source yet, and what kind it will be when the chain is saved. */
export function FreshKind({ source, onChange }: { source: SourceDraft; onChange: (source: SourceDraft) => void }) {
  const t = useTranslations('attribution.fresh')
  const kind = useTranslations('source')
  return (
    <div className={classes.fresh}>
      <NativeSelect
        label={t('kind')}
        description={t('made')}
        value={source.kind}
        data={ADDABLE_KINDS.map((value) => ({ value, label: kind(`kind.${value}`) }))}
        onChange={(event) => {
          const next = ADDABLE_KINDS.find((each) => each === event.currentTarget.value)
          if (next) onChange({ ...source, kind: next })
        }}
      />
    </div>
  )
}

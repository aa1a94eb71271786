'use client'

import { Skeleton } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Pill } from '@/app/_ui/pill'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import type { ClaimView } from '@/lib/claims/queries'
import classes from './claim-tab.module.css'
import { DeleteClaimButton } from './delete-claim-button'

// Fetched when it is opened, as most who read a claim do not change it.
const ClaimEditForm = dynamic(() => import('./claim-edit-form').then((module) => module.ClaimEditForm), {
  loading: () => <Skeleton height={320} radius={9} />,
})

/** What is known of the claim itself, and the form to change it. */
export function ClaimDetails({ claim }: { claim: ClaimView }) {
  const t = useTranslations('claim')
  const checked = useTranslations('checked')
  const [editing, setEditing] = useState(false)
  if (editing) return <ClaimEditForm claim={claim} onDone={() => setEditing(false)} />
  return (
    <div className={classes.details}>
      <dl className={classes.facts}>
        <dt>{t('checked')}</dt>
        <dd>{checked(`long.${claim.checked}`)}</dd>
        <dt>{t('number')}</dt>
        <dd>{claim.number}</dd>
        <dt>{t('markedBy')}</dt>
        <dd dir="auto">{claim.markedBy.name}</dd>
        {claim.assignment?.reviewer && (
          <>
            <dt>{t('reviewer')}</dt>
            <dd dir="auto">{claim.assignment.reviewer.name}</dd>
          </>
        )}
        {claim.tags.length > 0 && (
          <>
            <dt>{t('tags')}</dt>
            <dd className={classes.buttons}>
              {claim.tags.map((tag) => (
                <Pill key={tag} look="soft">
                  {tag}
                </Pill>
              ))}
            </dd>
          </>
        )}
      </dl>
      <div className={classes.buttons}>
        <ReasonedButton reasons={claim.refusals.change} onClick={() => setEditing(true)}>
          {t('edit')}
        </ReasonedButton>
        <DeleteClaimButton claim={claim} />
      </div>
    </div>
  )
}

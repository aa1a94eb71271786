'use client'

import { NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { OUTCOMES, SEVERITIES, URGENCIES, WARNING_CERTAINTIES } from '@/lib/warnings/schema'
import classes from './warning.module.css'
import type { WarningDraft } from './warning-draft'
import { WarningWindow } from './warning-window'

interface WarningDetailsProps {
  draft: WarningDraft
  onChange: (part: Partial<WarningDraft>) => void
  errorAt: (path: string) => string | undefined
}

/** Urgency, severity, certainty, window and outcome (Common Alerting Protocol), folded away. */
export function WarningDetails({ draft, onChange, errorAt }: WarningDetailsProps) {
  const t = useTranslations('warning')
  const label = useTranslations()
  return (
    <details className={classes.more}>
      <summary>{t('more')}</summary>
      <div className={classes.fields}>
        <div className={classes.pair}>
          <NativeSelect
            label={t('field.urgency')}
            value={draft.urgency}
            data={URGENCIES.map((value) => ({ value, label: label(`urgency.${value}`) }))}
            onChange={(event) => onChange({ urgency: URGENCIES.find((each) => each === event.currentTarget.value) })}
          />
          <NativeSelect
            label={t('field.severity')}
            value={draft.severity}
            data={SEVERITIES.map((value) => ({ value, label: label(`severity.${value}`) }))}
            onChange={(event) => onChange({ severity: SEVERITIES.find((each) => each === event.currentTarget.value) })}
          />
          <NativeSelect
            label={t('field.certainty')}
            value={draft.certainty}
            data={WARNING_CERTAINTIES.map((value) => ({ value, label: label(`warningCertainty.${value}`) }))}
            onChange={(event) =>
              onChange({ certainty: WARNING_CERTAINTIES.find((each) => each === event.currentTarget.value) })
            }
          />
          <NativeSelect
            label={t('field.outcome')}
            value={draft.outcome}
            data={OUTCOMES.map((value) => ({ value, label: label(`outcome.${value}`) }))}
            onChange={(event) => onChange({ outcome: OUTCOMES.find((each) => each === event.currentTarget.value) })}
          />
        </div>
        <WarningWindow draft={draft} onChange={onChange} errorAt={errorAt} />
      </div>
    </details>
  )
}

'use client'

import { Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { EvidenceName, type NamedEvidence } from './evidence-name'
import classes from './verdict.module.css'

interface EvidenceChoiceProps {
  evidence: readonly NamedEvidence[]
  value: readonly string[]
  onChange: (evidenceIds: string[]) => void
  error?: string
}

/** Which of the claim's evidence the verdict relies on. */
export function EvidenceChoice({ evidence, value, onChange, error }: EvidenceChoiceProps) {
  const t = useTranslations('verdict')
  return (
    <fieldset className={classes.cards}>
      <legend>{t('field.evidence')}</legend>
      {evidence.length === 0 && <p className={classes.hint}>{t('help.noEvidence')}</p>}
      <div className={classes.choices}>
        {evidence.map((item) => (
          <Checkbox
            key={item.id}
            size="sm"
            label={<EvidenceName item={item} />}
            checked={value.includes(item.id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...value, item.id] : value.filter((id) => id !== item.id))
            }
          />
        ))}
      </div>
      {error && <p className={classes.fieldError}>{error}</p>}
    </fieldset>
  )
}

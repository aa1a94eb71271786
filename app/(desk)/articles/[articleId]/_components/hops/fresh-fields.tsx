'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { SourcePicker } from '@/app/(desk)/_components/source-picker'
import { ADDABLE_KINDS, HAS_PARENT, HAS_ROLE, PARENT_KINDS } from '@/lib/sources/kinds'
import type { SourceValue } from '@/lib/sources/schema'
import classes from '../attribution/attribution.module.css'
import { type VoiceAnswer, withAnswer } from './voice-answers'
import { VoiceChoice } from './voice-choice'

interface FreshFieldsProps {
  source: SourceValue | null
  onChange: (source: SourceValue) => void
  /** With what it will be: kind, role, institution. */
  withAll?: boolean
}

/** Of a source that the desk does not have yet: who of those that it has may be meant, and what it will be when the chain is saved. */
export function FreshFields({ source, onChange, withAll = false }: FreshFieldsProps) {
  if (!source?.fresh) return null
  const { candidates, other, parent } = source.fresh
  const answer: VoiceAnswer | null = other === null ? null : { other }
  const choice = candidates.length > 0 && (
    <VoiceChoice source={source} answer={answer} onAnswer={(given) => onChange(withAnswer(source, given))} />
  )
  return (
    <div className={classes.fresh}>
      {choice}
      {withAll && <WhatItWillBe source={source} onChange={onChange} />}
      <FreshFields
        source={parent}
        onChange={(changed) => source.fresh && onChange({ ...source, fresh: { ...source.fresh, parent: changed } })}
      />
    </div>
  )
}

function WhatItWillBe({ source, onChange }: Pick<FreshFieldsProps, 'onChange'> & { source: SourceValue }) {
  const t = useTranslations('attribution.fresh')
  const label = useTranslations('source')
  const withParent = HAS_PARENT.find((kind) => kind === source.kind)
  const { fresh } = source
  return (
    <>
      <NativeSelect
        label={t('kind')}
        description={t('made')}
        value={source.kind}
        data={ADDABLE_KINDS.map((value) => ({ value, label: label(`kind.${value}`) }))}
        onChange={(event) => {
          const next = ADDABLE_KINDS.find((each) => each === event.currentTarget.value)
          if (next) onChange({ ...source, kind: next })
        }}
      />
      {HAS_ROLE.includes(source.kind) && (
        <TextInput
          label={label('role')}
          description={label('roleHelp')}
          maxLength={300}
          value={source.role ?? ''}
          onChange={(event) => onChange({ ...source, role: event.currentTarget.value || null })}
        />
      )}
      {withParent && fresh && (
        <SourcePicker
          label={label(`parent.${withParent}`)}
          kinds={PARENT_KINDS}
          defaultKind="ORGANISATION"
          value={fresh.parent}
          onChange={(parent) => onChange({ ...source, fresh: { ...fresh, parent } })}
          deferred
        />
      )}
    </>
  )
}

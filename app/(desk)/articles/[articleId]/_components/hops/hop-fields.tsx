'use client'

import { NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { SourcePicker } from '@/app/(desk)/_components/source-picker'
import { WorldDateInput } from '@/app/(desk)/_components/world-date-input'
import { Certainty, HopBasis, HopReading, type SourceKind, SpeechAct, SpeechForm } from '@/prisma/generated/enums'
import classes from '../attribution/attribution.module.css'
import { FreshFields } from './fresh-fields'
import type { HopDraft, WordsText } from './hop-draft'
import { WordsField } from './words-field'

interface HopFieldsProps {
  hop: HopDraft
  onChange: (part: Partial<HopDraft>) => void
  errorAt: (field: string) => string | undefined
  /** Null where there is no text in which words could be anchored. */
  text: WordsText | null
}

const ACTS = Object.values(SpeechAct)
const FORMS = Object.values(SpeechForm)
const AFFILIATIONS: SourceKind[] = ['OUTLET', 'ORGANISATION']
const REPRESENTED: SourceKind[] = ['ORGANISATION', 'PERSON', 'OUTLET']

function chosen<Value extends string>(values: readonly Value[], text: string, before: Value): Value {
  return values.find((value) => value === text) ?? before
}

/** The fields of one hop; what is rarely needed is folded away. */
export function HopFields({ hop, onChange, errorAt, text }: HopFieldsProps) {
  const t = useTranslations('attribution.field')
  const label = useTranslations()
  return (
    <div className={classes.fields}>
      <SourcePicker
        label={t('source')}
        required
        value={hop.source}
        onChange={(source) => onChange({ source })}
        error={errorAt('sourceId')}
        deferred
      />
      <FreshFields source={hop.source} onChange={(source) => onChange({ source })} withAll />
      {text && (
        <>
          <WordsField
            label={t('sourceWords')}
            placeholder={t('sourceWordsHint')}
            value={hop.sourceWords}
            onChange={(sourceWords) => onChange({ sourceWords })}
            text={text}
          />
          <WordsField
            label={t('cueWords')}
            placeholder={t('cueWordsHint')}
            value={hop.cueWords}
            onChange={(cueWords) => onChange({ cueWords })}
            text={text}
          />
        </>
      )}
      <div className={classes.pair}>
        <NativeSelect
          label={t('speechAct')}
          value={hop.speechAct}
          data={ACTS.map((value) => ({ value, label: label(`speechAct.${value}`) }))}
          onChange={(event) => onChange({ speechAct: chosen(ACTS, event.currentTarget.value, hop.speechAct) })}
        />
        <NativeSelect
          label={t('form')}
          value={hop.form}
          data={FORMS.map((value) => ({ value, label: label(`form.${value}`) }))}
          onChange={(event) => onChange({ form: chosen(FORMS, event.currentTarget.value, hop.form) })}
        />
      </div>
      <MoreHopFields hop={hop} onChange={onChange} errorAt={errorAt} />
    </div>
  )
}

const BASES = Object.values(HopBasis)
const CERTAINTIES = Object.values(Certainty)
const READINGS = Object.values(HopReading)

function MoreHopFields({ hop, onChange, errorAt }: Omit<HopFieldsProps, 'text'>) {
  const t = useTranslations('attribution.field')
  const label = useTranslations()
  return (
    <details className={classes.more} open={hop.affiliation !== null || hop.onBehalfOf !== null || undefined}>
      <summary>{t('more')}</summary>
      <div className={classes.fields}>
        <SourcePicker
          label={t('affiliation')}
          placeholder={t('affiliationHint')}
          kinds={AFFILIATIONS}
          defaultKind="OUTLET"
          value={hop.affiliation}
          onChange={(affiliation) => onChange({ affiliation })}
          error={errorAt('affiliationId')}
          deferred
        />
        <FreshFields source={hop.affiliation} onChange={(affiliation) => onChange({ affiliation })} />
        <SourcePicker
          label={t('onBehalfOf')}
          placeholder={t('onBehalfOfHint')}
          kinds={REPRESENTED}
          defaultKind="ORGANISATION"
          value={hop.onBehalfOf}
          onChange={(onBehalfOf) => onChange({ onBehalfOf })}
          error={errorAt('onBehalfOfId')}
          deferred
        />
        <FreshFields source={hop.onBehalfOf} onChange={(onBehalfOf) => onChange({ onBehalfOf })} />
        <div className={classes.pair}>
          <NativeSelect
            label={t('basis')}
            value={hop.basis}
            data={BASES.map((value) => ({ value, label: label(`basis.${value}`) }))}
            onChange={(event) => onChange({ basis: chosen(BASES, event.currentTarget.value, hop.basis) })}
          />
          <NativeSelect
            label={t('certainty')}
            value={hop.certainty}
            data={CERTAINTIES.map((value) => ({ value, label: label(`certainty.${value}`) }))}
            onChange={(event) => onChange({ certainty: chosen(CERTAINTIES, event.currentTarget.value, hop.certainty) })}
          />
        </div>
        <NativeSelect
          label={t('reading')}
          value={hop.reading}
          data={READINGS.map((value) => ({ value, label: label(`attribution.reading.${value}`) }))}
          onChange={(event) => onChange({ reading: chosen(READINGS, event.currentTarget.value, hop.reading) })}
        />
        <WorldDateInput
          legend={t('said')}
          value={hop.said}
          onChange={(said) => onChange({ said })}
          withVerbatim
          error={errorAt('said') ?? errorAt('said.earliest') ?? errorAt('said.latest')}
        />
      </div>
    </details>
  )
}

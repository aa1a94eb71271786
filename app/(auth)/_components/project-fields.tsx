'use client'

import { NativeSelect, Radio, RadioGroup, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { TextField, useField } from './plain-form'

const KINDS = ['LIVE', 'TRAINING'] as const

interface ProjectFieldsProps {
  timeZones: readonly string[]
}

/** Name, kind and time zone of a project to be. */
export function ProjectFields({ timeZones }: ProjectFieldsProps) {
  const t = useTranslations('auth.project')
  const kind = useField('kind')
  const zone = useField('timeZone')
  return (
    <>
      <TextField name="projectName" label={t('name')} description={t('nameHelp')} autoComplete="off" />
      <RadioGroup name="kind" label={t('kind')} defaultValue={kind.typed ?? 'LIVE'} error={kind.error}>
        <Stack gap="xs" mt={6}>
          {KINDS.map((each) => (
            <Radio key={each} value={each} label={t(`kinds.${each}`)} description={t(`kindHelp.${each}`)} />
          ))}
        </Stack>
      </RadioGroup>
      <NativeSelect
        key={zone.typed}
        name="timeZone"
        label={t('timeZone')}
        description={t('timeZoneHelp')}
        defaultValue={zone.typed ?? 'Europe/Paris'}
        error={zone.error}
        data={[...timeZones]}
      />
    </>
  )
}

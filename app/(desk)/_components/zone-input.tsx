'use client'

import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { isKnownZone, LOCAL, typedZone } from '@/lib/dates/time-zones'

/** The zone of a time: a place, letters, an offset, "local time", or nothing where nobody says. */
export function ZoneInput({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const t = useTranslations('source.date')
  const zone = typedZone(value)
  const isUnknown = zone !== null && zone !== LOCAL && !isKnownZone(zone)
  return (
    <TextInput
      label={t('zone')}
      placeholder={t('zoneExample')}
      description={
        zone === null
          ? t('zoneNotSaid')
          : isUnknown || zone === value
            ? undefined
            : zone === LOCAL
              ? t('localTime')
              : zone
      }
      error={isUnknown ? t('zoneUnknown') : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      maxLength={100}
      value={value === LOCAL ? t('localTime') : value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

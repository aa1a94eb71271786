import { useTranslations } from 'next-intl'
import type { DeviceName } from '@/lib/auth/device-name'

/** A device in words: "Firefox on Linux". */
export function useDeviceName() {
  const t = useTranslations('account')
  return ({ browser, system }: DeviceName): string =>
    browser || system
      ? t('device', { browser: browser ?? t('browserUnknown'), system: system ?? t('systemUnknown') })
      : t('deviceUnknown')
}

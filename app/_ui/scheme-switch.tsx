'use client'

import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core'
import { useMounted } from '@mantine/hooks'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import classes from './locale-switch.module.css'

const SCHEMES = [
  { scheme: 'light', Icon: IconSun },
  { scheme: 'dark', Icon: IconMoon },
  { scheme: 'auto', Icon: IconDeviceDesktop },
] as const satisfies readonly { scheme: MantineColorScheme; Icon: typeof IconSun }[]

/** Light, dark, or as the device has it. */
export function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  // The server cannot know the choice: it lives in the browser's storage.
  const mounted = useMounted()
  const t = useTranslations('ui.scheme')
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('label')}</legend>
      {SCHEMES.map(({ scheme, Icon }) => (
        <button
          key={scheme}
          type="button"
          aria-pressed={mounted && colorScheme === scheme}
          aria-label={t(scheme)}
          title={t(scheme)}
          className={classes.choice}
          onClick={() => setColorScheme(scheme)}
        >
          <Icon size={16} stroke={1.8} aria-hidden />
        </button>
      ))}
    </fieldset>
  )
}

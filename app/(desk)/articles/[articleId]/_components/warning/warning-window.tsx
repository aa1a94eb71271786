'use client'

import { Button, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { Kbd } from '@/app/_ui/key-hint'
import { ZoneInput } from '@/app/(desk)/_components/zone-input'
import { isAsPrecise, isInOrder, worldDateOf } from '@/lib/dates/world-date'
import { readWindow } from '@/lib/warnings/read-window'
import classes from './warning.module.css'
import type { WarningDraft } from './warning-draft'
import { windowText } from './window-text'

interface WarningWindowProps {
  draft: WarningDraft
  onChange: (part: Partial<WarningDraft>) => void
  errorAt: (path: string) => string | undefined
}

/** From when until when a warning holds: the text's words, what is read out of them and the date of the statement, and the fields. */
export function WarningWindow({ draft, onChange, errorAt }: WarningWindowProps) {
  const t = useTranslations('warning')
  const locale = useLocale()
  const sent = worldDateOf(draft.sent)
  const isWhole = sent !== null && sent.earliest !== '' && isInOrder(sent) && isAsPrecise(sent)
  const read = readWindow(draft.windowVerbatim, isWhole ? sent : null)
  const { words: _, ...fields } = read ?? { words: '' }
  const proposed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? '']))
  const isNews =
    read !== null &&
    Object.entries(proposed).some(([name, value]) => value !== Object.entries(draft).find(([of]) => of === name)?.[1])
  const text = read && windowText(read, locale)
  const field = (name: 'windowOnset' | 'windowExpires' | 'windowOnsetTime' | 'windowExpiresTime') => (
    <TextInput
      type={name.endsWith('Time') ? 'time' : 'date'}
      label={t(`field.${name}`)}
      value={draft[name]}
      error={errorAt(name)}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <>
      <div>
        <TextInput
          label={t('field.windowVerbatim')}
          placeholder={t('help.windowVerbatim')}
          maxLength={300}
          value={draft.windowVerbatim}
          error={errorAt('windowVerbatim')}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !isNews) return
            event.preventDefault()
            onChange(proposed)
          }}
          onChange={(event) => onChange({ windowVerbatim: event.currentTarget.value })}
        />
        {isNews && text && (
          <p className={classes.read} role="status">
            <span>
              {t('window.read')} <b>{text}</b>
            </span>
            <Button
              size="compact-xs"
              aria-label={t('window.take', { window: text })}
              rightSection={<Kbd keys="↵" />}
              onClick={() => onChange(proposed)}
            >
              {t('window.takeShort')}
            </Button>
          </p>
        )}
      </div>
      <div className={classes.pair}>
        {field('windowOnset')}
        {field('windowOnsetTime')}
        {field('windowExpires')}
        {field('windowExpiresTime')}
      </div>
      {(draft.windowOnsetTime || draft.windowExpiresTime) && (
        <ZoneInput value={draft.windowZone} onChange={(windowZone) => onChange({ windowZone })} />
      )}
    </>
  )
}

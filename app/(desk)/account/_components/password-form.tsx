'use client'

import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PASSWORD_MIN } from '@/lib/auth/schema'
import { FormError } from '../../../_ui/form-error'
import { SaveState } from '../../../_ui/save-state'
import { useAction } from '../../../_ui/use-action'
import { changePasswordAction } from '../../_actions/auth'

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('account')
  const [oldPassword, setOldPassword] = useState('')
  const [password, setPassword] = useState('')
  const [done, setDone] = useState(false)
  const { run, pending, error, errorAt } = useAction(changePasswordAction, {
    onSuccess: () => {
      setOldPassword('')
      setPassword('')
      setDone(true)
    },
  })
  const eye = { 'aria-label': t('showPassword'), tabIndex: 0 }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setDone(false)
        void run({ oldPassword, password })
      }}
    >
      <Stack gap="md">
        <FormError error={error} />
        {/* For password managers: whose password this is. */}
        <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
        <PasswordInput
          label={t('oldPassword')}
          value={oldPassword}
          onChange={(event) => setOldPassword(event.currentTarget.value)}
          error={errorAt('oldPassword')}
          autoComplete="current-password"
          visibilityToggleButtonProps={eye}
        />
        <PasswordInput
          label={t('newPassword')}
          description={t('newPasswordHelp', { min: PASSWORD_MIN })}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={errorAt('password')}
          autoComplete="new-password"
          visibilityToggleButtonProps={eye}
        />
        <Group gap="sm">
          <Button type="submit" loading={pending}>
            {t('savePassword')}
          </Button>
          <SaveState state={pending ? 'saving' : done ? 'saved' : 'idle'} />
        </Group>
      </Stack>
    </form>
  )
}

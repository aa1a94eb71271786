'use client'

import { Button, PasswordInput, type PasswordInputProps, Stack, TextInput, type TextInputProps } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useActionState, useContext } from 'react'
import { PASSWORD_MIN } from '@/lib/auth/schema'
import { FormError } from '../../_ui/form-error'
import { EMPTY_FORM, type FormAction, type FormState } from '../../_ui/form-state'
import { useReasonText } from '../../_ui/use-reason-text'

const FormContext = createContext<FormState>(EMPTY_FORM)

interface PlainFormProps {
  action: FormAction
  submitLabel: ReactNode
  /** Sent along unseen. */
  hidden?: Record<string, string>
  children: ReactNode
}

/** A form that works before the page's scripts are there: its fields are named, its answer comes back with the page. */
export function PlainForm({ action, submitLabel, hidden = {}, children }: PlainFormProps) {
  const [state, submit, pending] = useActionState(action, EMPTY_FORM)
  return (
    <FormContext value={state}>
      <form action={submit} noValidate>
        <Stack gap="md">
          <FormError error={state.error} />
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {children}
          <Button type="submit" variant="filled" fullWidth size="md" loading={pending}>
            {submitLabel}
          </Button>
        </Stack>
      </form>
    </FormContext>
  )
}

/** What was typed under this name before a refusal, and what is wrong with it. */
export function useField(name: string) {
  const { error, values } = useContext(FormContext)
  const text = useReasonText()
  const reason = error?.reasons.find(({ path }) => path === name)
  return { typed: values[name], error: reason && text(reason) }
}

export function TextField({ name, ...props }: TextInputProps & { name: string }) {
  const { typed, error } = useField(name)
  const initial = typed ?? props.defaultValue
  // Keyed by what came back: an uncontrolled input takes a new default only when it is made anew.
  return (
    <TextInput
      key={String(initial)}
      required
      withAsterisk={false}
      {...props}
      {...{ name, error }}
      defaultValue={initial}
    />
  )
}

export function PasswordField({ name, ...props }: PasswordInputProps & { name: string }) {
  const { error } = useField(name)
  const t = useTranslations('auth')
  return (
    <PasswordInput
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
      {...props}
      {...{ name, error }}
    />
  )
}

/** A password to be chosen: says how long it has to be. */
export function NewPasswordField(props: PasswordInputProps & { name: string }) {
  const t = useTranslations('auth')
  return (
    <PasswordField
      autoComplete="new-password"
      description={t('newPasswordHelp', { min: PASSWORD_MIN })}
      minLength={PASSWORD_MIN}
      {...props}
    />
  )
}

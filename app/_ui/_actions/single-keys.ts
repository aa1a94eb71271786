'use server'

import { keepPreference } from '@/app/_ui/keep-preference'
import { SINGLE_KEYS_COOKIE, singleKeysOf } from '@/app/_ui/single-keys'

export async function setSingleKeys(form: FormData) {
  const chosen = form.get('singleKeys')
  if (typeof chosen === 'string') await keepPreference(SINGLE_KEYS_COOKIE, singleKeysOf(chosen) ?? 'on')
}

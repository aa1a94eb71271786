import { createHmac } from 'node:crypto'
import { authSecret } from '@/lib/env'

/**
 * The key, base64, that seals what a person has typed and not saved in their browser: told to nobody but them, while they are
 * signed in. A rotation of the secret makes another one: what was kept until then is not offered any more.
 */
export const keptTextKey = (userId: string): string =>
  createHmac('sha256', authSecret()).update(`kept-texts:${userId}`).digest('base64')

import { headers } from 'next/headers'
import type { Origin } from '@/lib/auth/commands/begin-session'

/**
 * Where the request comes from. The launcher loads lib/launch/honest-headers.mjs into the server, which writes this header itself, whatever the
 * client or a proxy that nobody named has sent; without it no address is believed.
 */
async function clientAddress(): Promise<string | null> {
  const honest = Reflect.get(globalThis, Symbol.for('recoupe.honestHeaders')) === true
  return (honest && (await headers()).get('x-forwarded-for')) || null
}

export async function requestOrigin(): Promise<Origin> {
  return { address: await clientAddress(), userAgent: (await headers()).get('user-agent') }
}

import { headers } from 'next/headers'

/**
 * Where the request comes from, for rate limits. Next fills X-Forwarded-For in where no proxy has; of several addresses the last is the
 * one that the nearest proxy saw, the others are only said by the client.
 */
export async function clientAddress(): Promise<string | null> {
  return (await headers()).get('x-forwarded-for')?.split(',').at(-1)?.trim() || null
}

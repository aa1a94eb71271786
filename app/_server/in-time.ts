import { DomainError } from '@/lib/errors'

/** What a query answers, or null when the text that it is about could not be read in time: the rest of the page goes on. */
export async function inTime<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof DomainError && error.reasons.some(({ key }) => key === 'text.notInTime')) return null
    throw error
  }
}

import { notFound } from 'next/navigation'
import { DomainError } from '@/lib/errors'

/** What a query answers, or the page that says that there is nothing here: outsiders, wrong addresses and who may not see it see the same. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'not-found' || error.code === 'forbidden')) notFound()
    throw error
  }
}

import { notFound } from 'next/navigation'
import { DomainError } from '@/lib/errors'

/** What a query answers, or the page that says that there is nothing here: outsiders and wrong addresses see the same. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') notFound()
    throw error
  }
}

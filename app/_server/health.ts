import { pingDatabase } from '@/lib/db'

/** The answer to "are you well?": 200 while the database answers, else 503. */
export async function answerHealth(): Promise<Response> {
  const well = await pingDatabase()
  return Response.json(
    { status: well ? 'ok' : 'unavailable', database: well ? 'ok' : 'unreachable' },
    { status: well ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}

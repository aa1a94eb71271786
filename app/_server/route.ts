import { unstable_rethrow } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { takePoints } from '@/lib/auth/commands/request-limit'
import { type Ctx, personOf } from '@/lib/context'
import { DomainError } from '@/lib/errors'
import { findCtx } from './actor'
import { type ErrorAnswer, errorAnswer, SIGNED_OUT } from './error-answer'

const STATUS: Record<ErrorAnswer['code'], number> = {
  invalid: 422,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  refused: 422,
  'too-many': 429,
  unavailable: 503,
  'signed-out': 401,
  failed: 500,
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/** True when the request comes from a page of this very site: a cookie alone must not change anything. */
function isSameOrigin({ method, headers }: Request): boolean {
  if (SAFE_METHODS.includes(method)) return true
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  const origin = headers.get('origin')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host
}

async function errorResponse({ code, reasons }: ErrorAnswer): Promise<Response> {
  const t = await getTranslations('reason')
  type ReasonKey = Parameters<typeof t.has>[0]
  const withText = reasons.map((reason) => {
    // Keys are plain strings in the domain: `has` is the check that makes the narrowing true.
    const key = reason.key as ReasonKey
    return { ...reason, text: t.has(key) ? t(key, reason.values) : t('unknown') }
  })
  const wait = reasons.find(({ values }) => values?.seconds)?.values?.seconds
  const headers: Record<string, string> = wait ? { 'Retry-After': String(wait) } : {}
  return Response.json({ error: { code, reasons: withText } }, { status: STATUS[code], headers })
}

/**
 * Answers a request as the signed-in person: `work`'s own Response, or its value as JSON. Refusals become JSON
 * `{error: {code, reasons: [{key, values?, path?, text}]}}` with the status of their code; an unknown error is logged and said to be one.
 * `cost`: in points of the person's limit, ten for what takes computing.
 */
export async function runRoute(
  request: Request,
  work: (ctx: Ctx) => Promise<unknown>,
  { cost = 1 }: { cost?: number } = {},
): Promise<Response> {
  try {
    if (!isSameOrigin(request)) throw new DomainError('forbidden', [{ key: 'auth.otherOrigin' }])
    const ctx = await findCtx()
    if (!ctx) return await errorResponse(SIGNED_OUT)
    await takePoints(personOf(ctx), cost)
    const answer = await work(ctx)
    return answer instanceof Response
      ? answer
      : Response.json(answer ?? null, { headers: { 'Cache-Control': 'no-store' } })
  } catch (error) {
    unstable_rethrow(error)
    return errorResponse(errorAnswer(error))
  }
}

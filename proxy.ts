import { type NextRequest, NextResponse } from 'next/server'
import { isMalformedAction } from './app/_server/malformed-action'
import { isDevelopment } from './lib/env'

function contentSecurityPolicy(nonce: string) {
  // The development server alone: React rebuilds server stack traces with eval, Next's overlay brings styles of its own.
  const scripts = isDevelopment() ? " 'unsafe-eval'" : ''
  const styles = isDevelopment() ? "'unsafe-inline'" : `'nonce-${nonce}'`
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${scripts}`,
    `style-src 'self' ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export async function proxy(request: NextRequest) {
  if (await isMalformedAction(request)) return new NextResponse('400\n', { status: 400 })
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  // Where to come back to after signing in.
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  // Next reads the nonce for its own scripts from this request header.
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

// Not /api: a proxy buffers request bodies and cuts them off at 10 MB, which would garble an upload.
export const config = { matcher: '/((?!api/|_next/static/|_next/image).*)' }

/** How a mail server is reached, as the mail library wants it. */
export type ServerOptions = {
  host: string
  port: number
  /** TLS from the first byte; else by STARTTLS. */
  secure: boolean
  requireTLS: boolean
  ignoreTLS: boolean
  auth?: { user: string; pass: string }
}

const PORTS: Record<string, number> = { 'smtp:': 587, 'smtps:': 465 }
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/

/**
 * Reads SMTP_URL: `smtps://` speaks TLS at once, `smtp://` by STARTTLS or not at all. Without TLS only where the address says so
 * (`?tls=none`), or within this machine, unless it says `?tls=required`. The launcher has refused what is no such address.
 */
export function serverOptions(smtpUrl: string): ServerOptions {
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const tls = url.searchParams.get('tls') ?? (LOOPBACK.test(url.hostname) ? 'none' : 'required')
  const auth = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port) || PORTS[url.protocol] || 25,
    secure,
    requireTLS: !secure && tls !== 'none',
    ignoreTLS: !secure && tls === 'none',
    ...(auth.user && { auth }),
  }
}

const HERE = 'http://here.invalid'

/** Where to go after signing in: a path of this site, whatever the address bar asked for. */
export function returnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || !URL.canParse(wanted, HERE)) return '/'
  const { origin, pathname, search } = new URL(wanted, HERE)
  const isOurs = origin === HERE && !pathname.startsWith('//') && !pathname.startsWith('/sign-in')
  return isOurs ? pathname + search : '/'
}

import { freePort, isFree } from './free-port.mjs'
import { LaunchError } from './launch-error.mjs'

const everywhere = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }

/** True when a server that listens on this host is there for other machines too. */
export const isOpenToOthers = (host) => host in everywhere

/** The address that people use: NEXTAUTH_URL, else that of this machine; without a slash at its end. LaunchError when it is no such address. */
export function publicAddress(local) {
  const text = process.env.NEXTAUTH_URL?.trim()
  if (!text) return local
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPlain =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (!isPlain) throw new LaunchError('badPublicUrl', { url: text })
  return url.origin
}

/** Where to listen (HOST and PORT, else 127.0.0.1:3000), checked to be free, and the address that this machine reaches it by. */
export async function chooseAddress() {
  const host = process.env.HOST || '127.0.0.1'
  const wanted = process.env.PORT || '3000'
  if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65535) throw new LaunchError('badPort', { port: wanted })
  const port = Number(wanted) || (await freePort())
  // A server that a killed launcher has left takes a moment to notice.
  for (const until = Date.now() + 3000; !(await isFree(host, port)); ) {
    if (Date.now() > until) throw new LaunchError('portTaken', { host, port })
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const name = everywhere[host] ?? (host.includes(':') ? `[${host}]` : host)
  return { host, port, address: `http://${name}:${port}` }
}

import { Server } from 'node:http'
import { honestHeaders, trustedProxies } from './trusted-proxies.mjs'

// Loaded into the web server before Next, which would believe any X-Forwarded-… header. Here is the one place that knows the socket.
const options = {
  isTrusted: trustedProxies(process.env.RECOUPE_TRUSTED_PROXIES),
  scheme: process.env.NEXTAUTH_URL?.startsWith('https:') ? 'https' : 'http',
}
const emit = Server.prototype.emit

Server.prototype.emit = function (event, request, ...rest) {
  if (event === 'request' || event === 'upgrade') {
    honestHeaders(request.headers, request.socket.remoteAddress, options)
  }
  return emit.call(this, event, request, ...rest)
}
globalThis[Symbol.for('recoupe.honestHeaders')] = true

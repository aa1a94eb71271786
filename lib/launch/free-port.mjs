import { createServer } from 'node:net'
import { LaunchError } from './launch-error.mjs'

/** A TCP port of this machine that nothing listens on. */
export async function freePort() {
  const server = createServer()
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** True when `host`:`port` can be listened on. LaunchError when the host is none of this machine or the port is not ours to take. */
export function isFree(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else if (error.code === 'EACCES') reject(new LaunchError('portForbidden', { port }))
      else reject(new LaunchError('hostUnknown', { host }, { cause: error }))
    })
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}

import { IncomingMessage } from 'node:http'

// A file of 10 MB is the most that anybody sends; so much of what is still arriving is held at once, for all.
const limits = { each: 12 * 1024 * 1024, all: 96 * 1024 * 1024 }
let held = 0

const hasBody = ({ headers }) => 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0

/** The same request with its body to be read again. */
function again(request, body) {
  const copy = new IncomingMessage(request.socket)
  const { httpVersion, httpVersionMajor, httpVersionMinor, method, url, rawHeaders, headers } = request
  Object.assign(copy, { httpVersion, httpVersionMajor, httpVersionMinor, method, url, rawHeaders, complete: true })
  copy.headers = headers
  copy.push(body)
  copy.push(null)
  return copy
}

/**
 * Calls `then` with a request whose whole body is there: who sends slowly keeps nobody else waiting. Calls `refuse` when more
 * is arriving at once than may be held; a request that says it is longer than `each` goes on as it is, to be refused by whom it is for.
 */
export function wholeRequest(request, then, refuse, { each, all } = limits) {
  if (!hasBody(request) || Number(request.headers['content-length'] ?? 0) > each) return then(request)
  const chunks = []
  let size = 0
  const release = () => {
    held -= size
    size = 0
  }
  const onData = (chunk) => {
    size += chunk.length
    held += chunk.length
    chunks.push(chunk)
    if (size <= each && held <= all) return
    request.off('data', onData).off('end', onEnd)
    release()
    refuse()
  }
  const onEnd = () => {
    release()
    then(again(request, Buffer.concat(chunks)))
  }
  request.on('data', onData).on('end', onEnd)
  request.on('close', release)
  request.on('error', release)
}

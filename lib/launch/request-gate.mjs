import { AsyncLocalStorage } from 'node:async_hooks'
import { Server } from 'node:http'
import { getHeapStatistics } from 'node:v8'
import { wholeRequest } from './whole-request.mjs'

// A page takes tens of milliseconds of one processor, ten connections serve all, and each page that is being made holds
// some megabytes: more at once only makes all of them late, and 200 took 1.3 GB.
// Who reads slowly gives a place back (`held`) before those who wait give up (`patience`).
const limits = { atOnce: 12, waiting: 120, patience: 10_000, held: 7000, retry: 3, memory: 0.85 }

/** Files and the question how the server is are answered whatever else goes on. */
const isExempt = (url = '') =>
  /^\/(?:_next\/static\/|api\/health(?:[?/]|$)|(?:favicon\.ico|icon\.svg)(?:\?|$))/.test(url)

const WORDS = {
  fr: ['Recoupe est très sollicité', 'Rien n’est perdu\u00a0: réessayez dans quelques secondes.', 'Réessayer'],
  en: ['Recoupe is very busy', 'Nothing is lost: try again in a few seconds.', 'Try again'],
}

function languageOf({ headers }) {
  const chosen = /(?:^|;\s*)recoupe-locale=(fr|en)/.exec(headers.cookie ?? '')?.[1]
  return chosen ?? (/^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'fr')
}

function answerBusy(request, response) {
  const language = languageOf(request)
  const [title, text, again] = WORDS[language]
  const isPage = request.method === 'GET' && /text\/html/.test(request.headers.accept ?? '')
  const error = { code: 'unavailable', reasons: [{ key: 'database.busy', text: `${title}. ${text}` }] }
  const page = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text}</p><p><a href="">${again}</a></p></html>\n`
  response.writeHead(503, {
    'Content-Type': isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    'Retry-After': String(limits.retry),
    // What was not read of a body is not read any more.
    ...(request.method === 'GET' || request.method === 'HEAD' ? {} : { Connection: 'close' }),
  })
  response.end(isPage ? page : JSON.stringify({ error }))
}

/** A page that the database could not give says 503, though Next would send its error as a page like any other. */
function tellTrouble(request, response, state) {
  const { writeHead } = response
  response.writeHead = (status, ...values) => {
    const isPage = request.method === 'GET' || request.method === 'HEAD'
    if (!state.trouble || !isPage || ![200, 500].includes(status)) return writeHead.call(response, status, ...values)
    response.setHeader('Retry-After', String(limits.retry))
    response.setHeader('Cache-Control', 'no-store')
    return writeHead.call(response, 503, ...values)
  }
}

/** Looked at now and then: asking each time would cost more than the answer is worth. */
function watchMemory(memory) {
  let looked = { at: Number.NEGATIVE_INFINITY, isFull: false }
  return () => {
    if (performance.now() - looked.at > 200) {
      const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics()
      looked = { at: performance.now(), isFull: used > limit * memory }
    }
    return looked.isFull
  }
}

/** How many places each address has; one of this machine is everybody's, or a proxy's that nobody has named. */
function makeShares(most) {
  const taken = new Map()
  const isShared = (address) => address && !/^(?:127\.|::1$|::ffff:127\.)/.test(address)
  return {
    isFull: (address) => Boolean(isShared(address)) && (taken.get(address) ?? 0) >= most,
    add: (address, by) => {
      const count = (taken.get(address) ?? 0) + by
      if (count > 0) taken.set(address, count)
      else taken.delete(address)
    },
  }
}

/**
 * Lets `atOnce` requests be answered at once and `waiting` wait, each for `patience` milliseconds at most; all others, and
 * all while memory is nearly full, are told to come again. One address has half of the places. Answers what to do with a
 * request: call `begin` or `refuse`.
 */
export function makeGate({ atOnce, waiting, patience, held, memory } = limits) {
  const line = []
  const isMemoryFull = watchMemory(memory)
  const [places, seats] = [makeShares(Math.ceil(atOnce / 2)), makeShares(Math.ceil(waiting / 2))]
  let free = atOnce
  const next = () => {
    const at = line.findIndex(({ address }) => !places.isFull(address))
    if (at >= 0 && free > 0) line[at].begin()
  }
  return (response, begin, refuse, address = null) => {
    const start = () => {
      free -= 1
      places.add(address, 1)
      let isGiven = false
      const giveBack = () => {
        if (isGiven) return
        isGiven = true
        clearTimeout(clock)
        free += 1
        places.add(address, -1)
        next()
      }
      // Who reads slowly does not hold a place: it is free once the page is made, and after a while in any case.
      const clock = setTimeout(giveBack, held).unref()
      response.once('prefinish', giveBack)
      response.once('close', giveBack)
      begin()
    }
    if (isMemoryFull()) return refuse()
    if (free > 0 && !places.isFull(address)) return start()
    if (line.length >= waiting || seats.isFull(address)) return refuse()
    const leave = () => {
      clearTimeout(place.clock)
      response.removeListener('close', leave)
      line.splice(line.indexOf(place), 1)
      seats.add(address, -1)
    }
    const place = {
      address,
      begin: () => {
        leave()
        start()
      },
      clock: setTimeout(() => {
        leave()
        refuse()
      }, patience).unref(),
    }
    // Who has gone away waits no longer.
    response.once('close', leave)
    seats.add(address, 1)
    line.push(place)
  }
}

/** Where a request comes from: what the one module that knows the proxies has written, else the other end of the socket. */
const addressOf = ({ headers, socket }) =>
  (globalThis[Symbol.for('recoupe.honestHeaders')] && headers['x-forwarded-for']) || socket.remoteAddress || null

/** Loaded into the web server before anything else: more than it can answer is answered 503, before memory goes. */
export function gateRequests(gate = makeGate()) {
  const requests = new AsyncLocalStorage()
  globalThis.recoupeRequests = requests
  const { emit } = Server.prototype
  Server.prototype.emit = function (event, ...values) {
    const [request, response] = values
    if (event !== 'request' || isExempt(request.url)) return emit.call(this, event, ...values)
    const state = { trouble: false }
    const refuse = () => answerBusy(request, response)
    const enter = (whole) => {
      const begin = () => {
        tellTrouble(whole, response, state)
        requests.run(state, () => emit.call(this, event, whole, response))
      }
      gate(response, begin, refuse, addressOf(request))
    }
    wholeRequest(request, enter, refuse)
    return true
  }
}

if (process.env.RECOUPE_WEB_SERVER === '1') gateRequests()

import { get } from 'node:http'

// A process of its own, so that what it measures is the server's delay alone. Asks at a steady beat, whether or not the
// last question was answered; on any message it tells all answers' times, in milliseconds, and starts anew.
const [address] = process.argv.slice(2)
const BEAT = 50
let times = []
let open = 0

function ask() {
  const started = performance.now()
  open++
  const done = (isGood) => {
    open--
    times.push(isGood ? performance.now() - started : 120_000)
  }
  get(`${address}/api/health`, (response) => {
    response.resume()
    response.on('end', () => done(response.statusCode === 200))
  }).on('error', () => done(false))
}

setInterval(ask, BEAT)
process.on('message', async () => {
  while (open > 0) await new Promise((resolve) => setTimeout(resolve, 20))
  process.send(times)
  times = []
})

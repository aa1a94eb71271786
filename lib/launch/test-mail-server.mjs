import { SMTPServer } from 'smtp-server'

/** A refusal as a mail server says it. */
const refusal = (said) => Object.assign(new Error(said.slice(4)), { responseCode: Number(said.slice(0, 3)) })

/**
 * Starts a real mail server on this machine that keeps what it takes. `onMail` is called with each mail's text, and whether it came by TLS, before the server says that
 * it has it; `answers.next`: what it says to the next mails instead, such as '451 Later'; `answerTo`: the same for an address.
 */
export async function startTestMailServer({ onMail = () => {}, answerTo = () => '', ...options } = {}) {
  const mails = []
  const answers = { next: '' }
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    ...options,
    onRcptTo({ address }, _, done) {
      const said = answers.next || answerTo(address)
      done(said ? refusal(said) : undefined)
    },
    async onData(stream, { secure }, done) {
      const parts = []
      for await (const part of stream) parts.push(part)
      const raw = Buffer.concat(parts).toString('utf8')
      mails.push(raw)
      await onMail(raw, secure)
      done()
    },
  })
  server.on('error', () => {})
  const port = await new Promise((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve(listening.address().port))
  })
  return {
    ...{ mails, answers, url: `smtp://127.0.0.1:${port}` },
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

import { createTransport } from 'nodemailer'
import type { Mail } from '@/lib/mail/link-mail'
import { serverOptions } from '@/lib/mail/mail-server'

/** In milliseconds: a server that says nothing for so long is tried again later. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }

/** Hands a mail to the server of that address, from that sender. Throws what the mail library throws: see `failureOf`. */
export async function sendMail(server: { url: string; from: string }, mail: Mail): Promise<void> {
  const transport = createTransport({
    ...serverOptions(server.url),
    ...PATIENCE,
    // Nothing of a mail is ever fetched from elsewhere.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  try {
    await transport.sendMail({ ...mail, from: server.from, headers: { 'Auto-Submitted': 'auto-generated' } })
  } finally {
    transport.close()
  }
}

import { LaunchError } from './launch-error.mjs'

// A comma or semicolon outside of quotation marks would make two senders of one.
const sender = /^(?:(?:"[^"\r\n]*"|[^<>",;\r\n]*) )?<?[^\s<>@,;"]+@[^\s<>@,;"]+>?$/

/** False for a % that stands for itself, as in a password that was copied in: it would be no word to the mail server. */
function isDecodable(text) {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

function isServer(text) {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, pathname, hash, searchParams } = new URL(text)
  if (![username, password].every(isDecodable)) return false
  const tls = searchParams.get('tls') ?? 'required'
  const isPlain = ['', '/'].includes(pathname) && hash === '' && [...searchParams.keys()].every((key) => key === 'tls')
  return /^smtps?:$/.test(protocol) && hostname !== '' && isPlain && ['required', 'none'].includes(tls)
}

/** SMTP_URL and MAIL_FROM, both or neither. LaunchError, which never says the address's password, when they are of no use. */
export function checkMailSettings(env = process.env) {
  const [url, from] = [env.SMTP_URL?.trim() ?? '', env.MAIL_FROM?.trim() ?? '']
  if (url === '' && from === '') return
  if (url === '' || from === '')
    throw new LaunchError('mailHalfSet', { missing: url === '' ? 'SMTP_URL' : 'MAIL_FROM' })
  if (!isServer(url)) throw new LaunchError('badSmtpUrl')
  if (!sender.test(from)) throw new LaunchError('badMailFrom', { from })
}

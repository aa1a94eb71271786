import { LaunchError } from './launch-error.mjs'

const sender = /^(?:[^<>\r\n]* )?<?[^\s<>@]+@[^\s<>@]+>?$/

function isServer(text) {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, pathname, hash, searchParams } = new URL(text)
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

/** The head and the readable text of a mail as it came: quoted-printable undone, lines joined again. */
export function readableMail(raw: string): { head: string; body: string } {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const bytes = body
    .join('\r\n\r\n')
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return { head: head.replaceAll(/\r\n[ \t]+/g, ' '), body: Buffer.from(bytes, 'latin1').toString('utf8') }
}

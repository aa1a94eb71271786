import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A value of a certificate (DER): its tag, its length, what it holds. */
function value(tag, ...held) {
  const content = Buffer.concat(held.map((each) => Buffer.from(each)))
  const size = content.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}
const sequence = (...held) => value(0x30, ...held)
const identifier = (...bytes) => value(0x06, bytes)
const utcTime = (date) => value(0x17, `${date.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`)
const pem = (kind, der) =>
  `-----BEGIN ${kind}-----\n${der.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END ${kind}-----\n`

/** Makes a key and a certificate of this machine for a day, which nobody vouches for but whoever is told to trust it. Both in PEM. */
export function makeCertificate(now = new Date()) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ecdsaWithSha256 = sequence(identifier(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2))
  const name = sequence(value(0x31, sequence(identifier(0x55, 4, 3), value(0x0c, 'localhost'))))
  const hours = (count) => new Date(now.getTime() + count * 3_600_000)
  const names = sequence(value(0x82, 'localhost'), value(0x87, [127, 0, 0, 1]))
  const whole = sequence(
    value(0xa0, value(0x02, [2])),
    // A number from 1 up.
    value(0x02, [1, ...randomBytes(8)]),
    ecdsaWithSha256,
    name,
    sequence(utcTime(hours(-1)), utcTime(hours(23))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    value(0xa3, sequence(sequence(identifier(0x55, 0x1d, 0x11), value(0x04, names)))),
  )
  const signed = sequence(whole, ecdsaWithSha256, value(0x03, [0], sign('sha256', whole, privateKey)))
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }), cert: pem('CERTIFICATE', signed) }
}

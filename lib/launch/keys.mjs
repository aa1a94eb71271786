import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDataFolder } from './data-folder.mjs'
import { lockData, userOf } from './data-lock.mjs'
import { layGround } from './ground.mjs'
import { refuseHalfRestored } from './half-restored.mjs'
import { LaunchError } from './launch-error.mjs'
import { atEnd, endAll, endOnSignals } from './lifecycle.mjs'
import { say } from './messages.mjs'
import { appEnvironment } from './run-app.mjs'
import { readSecret, writeSecret } from './secret-files.mjs'
import { checkSecrets, keptIdentityKeys, newKey, OLD_SECRET_DAYS } from './secrets.mjs'
import { step } from './steps.mjs'
import { whenRun } from './when-run.mjs'

async function openKeys() {
  const folder = openDataFolder()
  refuseHalfRestored(folder)
  checkSecrets(folder)
  const runs = !process.env.DATABASE_URL && userOf(folder)
  if (!process.env.DATABASE_URL && !runs) atEnd(lockData(folder))
  atEnd(lockData(folder, 'keys-at-work'))
  await layGround()
  const { mayRetireKeys, openDatabase, runningDatabase } = await import('./database.mjs')
  const { runScript } = await import('./seeding.mjs')
  const database = runs ? runningDatabase(folder) : await openDatabase(folder)
  const workAs = async (url, values) => {
    // Without a key there is nothing to tell with: a new one stands in, and fits nothing.
    const standIn = keptIdentityKeys(folder).configured ? {} : { RECOUPE_IDENTITY_KEY: newKey() }
    const env = { ...appEnvironment({ database: { url }, folder, address: 'http://127.0.0.1' }), ...standIn }
    return (await runScript(['lib/launch/keys-work.ts', ...values], env)).answers
  }
  return {
    ...{ folder, database },
    look: async () => (await workAs(database.url, ['state'])).STATE,
    /** Retiring a key is the owner's: the web server could not. */
    change: (...values) => workAs(database.ownerUrl, values),
    /** LaunchError before anything has been touched. */
    async requireOwner() {
      if (!(await mayRetireKeys(database.ownerUrl))) throw new LaunchError('keysOwnerNeeded')
    },
  }
}

const day = (time) => String(time).slice(0, 10)
const hint = (secret) => createHash('sha256').update(secret).digest('hex').slice(0, 12)

function showIdentity({ keys, unnamed, waiting, closed }, isRotating) {
  console.log(`\n${say('keysIdentity')}`)
  if (keys.length === 0) console.log(say('keysNone'))
  for (const { fingerprint, createdAt, retiredAt, count, isHere } of keys) {
    const values = { fingerprint, count, here: say(isHere ? 'keyHere' : 'keyNotHere') }
    if (retiredAt) console.log(say('keyRetired', { ...values, until: day(retiredAt) }))
    else console.log(say('keySeals', { ...values, since: day(createdAt) }))
  }
  if (unnamed) console.log(say('keysUnnamed', { count: unnamed }))
  if (isRotating) console.log(say('keysWaiting', { waiting }))
  if (closed) console.log(say('keysClosed', { closed }))
}

function showSession(folder) {
  const given = process.env.NEXTAUTH_SECRET?.trim()
  const file = join(folder, 'session-secret')
  console.log(
    say('keysSession', { fingerprint: hint(given || readSecret(file)), place: given ? 'NEXTAUTH_SECRET' : file }),
  )
  const old = given ? process.env.NEXTAUTH_SECRET_OLD?.trim() : readSecret(`${file}-old`)
  if (old) console.log(say('keysSessionOld', { fingerprint: hint(old) }))
}

// Identities that an earlier key of this database still holds tell of a rotation that was broken off.
const isUnfinished = ({ keys, waiting, seals, configured, isAtHand }) =>
  isAtHand && (seals !== configured || (waiting > 0 && keys.some(({ retiredAt }) => retiredAt)))

/** Puts a new key into the data folder before the one that was there: both are at hand from now on. */
function placeNewKey(folder) {
  const { keys } = keptIdentityKeys(folder)
  if (keys.length) writeSecret(join(folder, 'identity-key-old'), `${[...new Set(keys)].join('\n')}\n`)
  writeSecret(join(folder, 'identity-key'), newKey())
}

async function rotateIdentity({ folder, database, look, change }) {
  const { ensureIdentityKey } = await import('./identity-key.mjs')
  await ensureIdentityKey(folder, database.url)
  const { isGiven } = keptIdentityKeys(folder)
  const state = await look()
  const goesOn = isUnfinished(state)
  if (isGiven && !goesOn) throw new LaunchError('rotateIdentityYourself')
  if (!goesOn && (state.isAtHand || state.seals === null)) placeNewKey(folder)
  const { RESEALED, STATE } = await step('rotatingIdentities', () => change('rotate'))
  const old = isGiven ? 'RECOUPE_IDENTITY_KEY_OLD' : join(folder, 'identity-key-old')
  console.log(say('identityRotated', { fingerprint: STATE.seals, resealed: RESEALED.resealed, old }))
  if (STATE.closed) console.log(say('keysClosed', { closed: STATE.closed }))
}

function rotateSession({ folder }, atOnce) {
  if (process.env.NEXTAUTH_SECRET?.trim()) throw new LaunchError('rotateSessionYourself', { days: OLD_SECRET_DAYS })
  const file = join(folder, 'session-secret')
  if (atOnce) rmSync(`${file}-old`, { force: true })
  else writeSecret(`${file}-old`, readSecret(file))
  writeSecret(file, newKey())
  console.log(say(atOnce ? 'sessionRotatedAtOnce' : 'sessionRotated', { days: OLD_SECRET_DAYS }))
}

async function giveUp({ folder, look, change }, confirmed) {
  const state = await look()
  if (state.isAtHand) return console.log(say('giveUpNeedless'))
  if (confirmed !== state.closed) throw new LaunchError('giveUpConfirm', { closed: state.closed })
  if (!keptIdentityKeys(folder).isGiven) placeNewKey(folder)
  const { STATE } = await change('give-up', String(confirmed))
  console.log(say('identityGivenUp', { fingerprint: STATE.seals, closed: confirmed }))
}

/** `npm run keys`: which keys there are and how they stand; `rotate`, `give-up` and `new` as its usage says. */
await whenRun(import.meta.url, async ([verb, ...values]) => {
  endOnSignals()
  if (verb === 'new') return console.log(newKey())
  const kinds = values.filter((value) => !value.startsWith('--'))
  const isKnown =
    [undefined, 'rotate', 'give-up'].includes(verb) && kinds.every((kind) => /^(identity|session)$/.test(kind))
  if (!isKnown) throw new LaunchError('keysUsage')
  const opened = await openKeys()
  const isOfIdentities = verb === 'give-up' || (verb === 'rotate' && kinds.join() !== 'session')
  if (isOfIdentities) await opened.requireOwner()
  if (verb === 'rotate') {
    if (!kinds.length || kinds.includes('session')) rotateSession(opened, values.includes('--at-once'))
    if (isOfIdentities) await rotateIdentity(opened)
  } else if (verb === 'give-up') {
    const confirmed = values.find((value) => value.startsWith('--confirm='))
    await giveUp(opened, confirmed === undefined ? undefined : Number(confirmed.slice('--confirm='.length)))
  } else {
    const state = await opened.look()
    showIdentity(state, isUnfinished(state))
    showSession(opened.folder)
  }
  await endAll()
})

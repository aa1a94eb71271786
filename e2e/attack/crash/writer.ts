import { closeSync, openSync, writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { getDb } from '@/lib/db'
import { newId } from '@/lib/ids'
import { addSource } from '@/lib/sources/commands/add-source'
import { aProject } from '@/seeds/builders'

// Stands in for the app: writes without end, and notes each command that was answered. Run by launcher.mjs.
const [file = ''] = process.argv.slice(2)
const acknowledged = openSync(file, 'a')

async function makeDesk(): Promise<Awaited<ReturnType<typeof aProject>>> {
  return aProject(getDb()).catch(() => pause(100).then(makeDesk))
}

async function writeOn(desk: Awaited<ReturnType<typeof aProject>>) {
  for (;;) {
    const commandId = newId()
    const source = { id: newId(), kind: 'PERSON', name: `Source ${commandId}`, role: null } as const
    const done = await addSource(desk.checker.ctx, {
      ...source,
      aliases: [],
      parentId: null,
      url: null,
      commandId,
    }).catch(() => null)
    // One write to the file for each answer: what is killed in between has not been acknowledged.
    if (done) writeSync(acknowledged, `${commandId}\n`)
    else await pause(50)
  }
}

const desk = await makeDesk()
await Promise.all(Array.from({ length: 4 }, () => writeOn(desk)))
closeSync(acknowledged)

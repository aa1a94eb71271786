'use client'

import { useEffect, useRef, useState } from 'react'
import { v7 } from 'uuid'
import type { ActionResult } from '@/app/_ui/action-result'
import { AS_PROPOSED } from '@/lib/import/choices'
import { type Received, receivedFile } from '../../_components/intake/received'
import { archiveArticleAction } from '../../actions'
import { detailsOf, type FileRow, isDoubtful, stateAfterReading } from './many-files'
import { previewUpload, saveUpload } from './post-import'

const AT_ONCE = 2
const MOST_TRIES = 20

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

/** Asked too often, or too many at once, the server says when it is ready again. */
async function patiently<T>(ask: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  for (let tries = 1; ; tries++) {
    const answer = await ask().catch(
      (): ActionResult<T> => ({ ok: false, error: { code: 'failed', reasons: [{ key: 'unknown' }] } }),
    )
    if (answer.ok || tries >= MOST_TRIES) return answer
    const seconds = Number(answer.error.reasons.find(({ values }) => values?.seconds)?.values?.seconds ?? 0)
    if (!(seconds > 0)) return answer
    await wait(Math.min(seconds, 60))
  }
}

const firstRow = (received: Received): FileRow => ({ received, commandId: v7(), title: '', state: { kind: 'waiting' } })

/** Many files: each is read, shown as a row, saved as an article of its own, and all of them taken back together. */
export function useManyFiles(files: readonly File[]) {
  const [rows, setRows] = useState<FileRow[]>(() => files.map((file) => firstRow(receivedFile(file))))
  const [busy, setBusy] = useState(false)
  const current = useRef(rows)
  const change = (key: string, part: Partial<FileRow>) => {
    current.current = current.current.map((row) => (row.received.key === key ? { ...row, ...part } : row))
    setRows(current.current)
  }
  const stateOf = (key: string) => current.current.find(({ received }) => received.key === key)?.state.kind

  const inTurn = async (keys: readonly string[], work: (row: FileRow) => Promise<void>) => {
    setBusy(true)
    const left = [...keys]
    const worker = async () => {
      for (let key = left.shift(); key !== undefined; key = left.shift()) {
        const row = current.current.find(({ received }) => received.key === key)
        if (row) await work(row)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    setBusy(false)
  }

  const read = async ({ received }: FileRow) => {
    if (stateOf(received.key) !== 'waiting') return
    change(received.key, { state: { kind: 'reading' } })
    const answer = await patiently(() => previewUpload({ received, reading: AS_PROPOSED, commandId: v7() }))
    if (!answer.ok) return change(received.key, { state: { kind: 'refused', error: answer.error } })
    const others = current.current.filter((row) => row.received.key !== received.key)
    change(received.key, { title: answer.value.title, state: stateAfterReading(answer.value, others) })
  }

  const save = async (row: FileRow) => {
    const { received, commandId, state } = row
    if (state.kind !== 'read') return
    const { preview } = state
    change(received.key, { state: { kind: 'saving', preview } })
    const details = { ...detailsOf(row, preview), reading: AS_PROPOSED }
    const answer = await patiently(() => saveUpload({ received, details, commandId }))
    if (!answer.ok) return change(received.key, { state: { kind: 'refused', error: answer.error } })
    const { id, existing } = answer.value
    change(received.key, {
      state: existing ? { kind: 'known', articleId: id, title: row.title } : { kind: 'saved', articleId: id },
    })
  }

  const undo = async ({ received, state }: FileRow) => {
    if (state.kind !== 'saved') return
    const { articleId } = state
    const answer = await patiently(() => archiveArticleAction({ commandId: v7(), id: articleId, version: 1 }))
    change(received.key, {
      state: answer.ok ? { kind: 'undone', articleId } : { kind: 'refused', error: answer.error },
    })
  }

  const keysOf = (kind: FileRow['state']['kind']) =>
    current.current.filter(({ state }) => state.kind === kind).map(({ received }) => received.key)
  const start = useRef(() => inTurn(keysOf('waiting'), read))
  useEffect(() => {
    void start.current()
  }, [])
  return {
    rows,
    busy,
    setTitle: (key: string, title: string) => change(key, { title }),
    /** With `doubtful` also those whose letters may be wrong. */
    saveAll: (doubtful: boolean) =>
      inTurn(
        current.current.flatMap(({ received, state }) =>
          state.kind === 'read' && (doubtful || !isDoubtful(state.preview)) ? [received.key] : [],
        ),
        save,
      ),
    undoAll: () => inTurn(keysOf('saved'), undo),
  }
}

'use client'

import { useEffect, useRef, useState } from 'react'
import { v7 } from 'uuid'
import type { ActionError, ActionResult } from '@/app/_ui/action-result'
import { groupsToSend } from '@/lib/import/files-to-send'
import { MOST_FILES } from '@/lib/import/schema'
import { startBatchAction } from '../../../_actions/import'
import { type FileToSend, postFiles } from './post-files'

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

type FilesToSend = { commandId: string; files: FileToSend[] }

const groupsOf = (files: readonly File[]): FilesToSend[] =>
  groupsToSend(files.slice(0, MOST_FILES).map((file, position) => ({ id: v7(), position, file, size: file.size }))).map(
    (group) => ({ commandId: v7(), files: group }),
  )

/** Sends many files, some with each request, in their order. What broke off is gone on with where it stopped. */
export function useSendFiles(files: readonly File[], onSent: (batchId: string) => void) {
  const [batchId] = useState(() => v7())
  const [groups] = useState(() => groupsOf(files))
  const [sent, setSent] = useState(0)
  const [error, setError] = useState<ActionError | null>(null)
  const total = groups.reduce((sum, group) => sum + group.files.length, 0)
  const next = useRef(0)
  const [startId] = useState(() => v7())
  const isSending = useRef(false)
  const send = async () => {
    if (isSending.current) return
    isSending.current = true
    setError(null)
    const started = await patiently(() => startBatchAction({ commandId: startId, id: batchId, expected: total }))
    if (!started.ok) setError(started.error)
    for (let group = started.ok ? groups[next.current] : undefined; group; group = groups[next.current]) {
      const { commandId, files: some } = group
      const answer = await patiently(() => postFiles({ batchId, files: some, commandId }))
      if (!answer.ok) {
        setError(answer.error)
        break
      }
      next.current++
      setSent((before) => before + some.length)
    }
    isSending.current = false
    if (next.current === groups.length) onSent(batchId)
  }
  const start = useRef(send)
  useEffect(() => {
    void start.current()
  }, [])
  return { batchId, sent, total, error, sendRest: send }
}

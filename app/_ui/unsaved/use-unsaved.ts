'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useKeptOwner } from './kept-owner'
import { browserStore, forget, type KeptText, keep, listKept } from './kept-texts'
import { mounted } from './mounted-texts'

interface Options<Value> {
  /** What the text is about: an id; empty for a form that is alone. */
  of?: string
  /** The version that this form began from; null for something new. */
  version?: number | null
  /** What is typed now, as JSON can hold it. Never what is sealed. */
  value: Value
  /** Puts a kept text into the form. */
  take: (value: Value, version: number | null) => void
  /** False while the form is not shown, such as a dialog that stays mounted. */
  isOpen?: boolean
}

export interface Unsaved {
  /** A text that was typed here earlier and neither saved nor discarded. */
  offer: { at: Date; isOutdated: boolean } | null
  take: () => void
  discard: () => void
  /** It has been saved: nothing is kept, nothing offered. */
  settle: () => void
}

const PAUSE_MS = 250

/** Of a kept text that has the shape of this form: what an older version of the form kept is left alone. */
function isAlike(kept: unknown, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === null || typeof kept === typeof value
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept) !== Array.isArray(value)) return false
  return Array.isArray(value) || Object.keys(value).every((name) => name in kept)
}

/**
 * Keeps what is typed into a form in this browser until it is saved or discarded, and offers it again where the form comes
 * back: after Back, a link, a closed tab, a session that has ended. Another person's is never seen.
 */
export function useUnsaved<Value>(form: string, options: Options<Value>): Unsaved {
  const { of = '', version = null, value, isOpen = true } = options
  const owner = useKeptOwner()
  const written = JSON.stringify(value)
  const [offered, setOffered] = useState<KeptText | null>(null)
  const latest = useRef({ options, written, offered })
  const own = useRef<Own | null>(null)
  useEffect(() => {
    latest.current = { options, written, offered }
  })

  useEffect(() => {
    const store = browserStore()
    if (!store || !owner || !isOpen) return
    const place = { form, of }
    const { current } = latest
    const mine: Own = { id: uuidv7(), clean: new Set([current.written]), round: 0, ...NOTHING }
    const drop = (id: string) => forget(store, owner, place, id)
    let timer: ReturnType<typeof setTimeout> | undefined
    let turn = Promise.resolve()
    const write = () => {
      if (timer === undefined) return
      clearTimeout(timer)
      timer = undefined
      const { written: text, options: now } = latest.current
      const { id, round } = mine
      if (mine.clean.has(text)) return drop(id)
      const kept = { id, at: Date.now(), version: now.version ?? null, value: now.value }
      turn = turn.then(async () => {
        if (mine.round !== round) return
        await keep(store, owner, place, kept)
        // Saved or discarded meanwhile.
        if (mine.round !== round) drop(id)
      })
    }
    mine.write = () => {
      clearTimeout(timer)
      timer = setTimeout(write, PAUSE_MS)
    }
    mine.stop = () => {
      clearTimeout(timer)
      timer = undefined
      mine.round += 1
      mine.clean.add(latest.current.written)
      drop(mine.id)
    }
    mine.drop = drop
    own.current = mine
    let isCurrent = true
    void listKept(store, owner, place, Date.now()).then((texts) => {
      const other = texts.find((text) => text.id !== mine.id && isAlike(text.value, current.options.value))
      if (isCurrent) setOffered(other ?? null)
    })
    const leave = mounted(mine.stop)
    window.addEventListener('pagehide', write)
    document.addEventListener('visibilitychange', write)
    return () => {
      isCurrent = false
      write()
      leave()
      own.current = null
      setOffered(null)
      window.removeEventListener('pagehide', write)
      document.removeEventListener('visibilitychange', write)
    }
  }, [owner, form, of, isOpen])

  // The first run of it is of what the form began with.
  useEffect(() => {
    const { current: mine } = own
    if (!mine || mine.last === written) return
    if (mine.last !== undefined || !mine.clean.has(written)) mine.write()
    mine.last = written
  }, [written])

  const discard = useCallback(() => {
    const kept = latest.current.offered
    if (kept) own.current?.drop(kept.id)
    setOffered(null)
  }, [])
  const take = useCallback(() => {
    const [kept, mine] = [latest.current.offered, own.current]
    if (!kept || !mine) return
    // It goes on under its own name: at no moment is it kept nowhere.
    mine.drop(mine.id)
    mine.id = kept.id
    // True as far as `isAlike` looked; what is sent is parsed by the server.
    latest.current.options.take(kept.value as Value, kept.version)
    setOffered(null)
  }, [])

  return {
    offer: offered && { at: new Date(offered.at), isOutdated: offered.version !== version },
    take,
    discard,
    settle: useCallback(() => own.current?.stop(), []),
  }
}

const NOTHING = { write: () => {}, stop: () => {}, drop: () => {} }

type Own = {
  id: string
  /** What the form began with, and what it was saved with: nothing of it has to be kept. */
  clean: Set<string>
  /** How often it was saved or discarded. */
  round: number
  last?: string
  write: () => void
  stop: () => void
  drop: (id: string) => void
}

import { useEffect, useState } from 'react'
import { base64Of, bytesOf } from '@/app/_ui/unsaved/kept-texts'
import type { Received } from './received'

/** A received text as the browser can keep it beside what was typed about it. */
export type KeptReceived = Omit<Received, 'bytes'> & { bytes: string; type: string }

// A larger file is chosen again: the browser keeps about five million characters in all.
const LARGEST_BYTES = 1_000_000

/** The received text to be kept: null where there is none, while it is read, or where it is too large. */
export function useKeptReceived(received: Received | null): KeptReceived | null {
  const [kept, setKept] = useState<KeptReceived | null>(null)
  useEffect(() => {
    if (!received || received.bytes.size > LARGEST_BYTES) return setKept(null)
    let isCurrent = true
    const { bytes, ...rest } = received
    const take = (read: ArrayBuffer) => {
      if (isCurrent) setKept({ ...rest, bytes: base64Of(new Uint8Array(read)), type: bytes.type })
    }
    // A file that has gone from the disk meanwhile cannot be kept.
    bytes.arrayBuffer().then(take, () => {})
    return () => {
      isCurrent = false
    }
  }, [received])
  return received && kept?.key === received.key ? kept : null
}

/** What was kept, as it was received. */
export const receivedKept = ({ type, bytes, ...rest }: KeptReceived): Received => ({
  ...rest,
  bytes: new Blob([bytesOf(bytes)], { type }),
})

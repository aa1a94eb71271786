'use client'

import { useState } from 'react'
import { useAction } from '@/app/_ui/use-action'
import type { ImportPreview } from '@/lib/import/queries'
import { firstReading, type Received, receivedFile } from '../../_components/intake/received'
import { TextIntake } from '../../_components/intake/text-intake'
import { previewUpload } from './post-import'
import { ReceivedReview } from './received-review'
import { SendingFiles } from './sending-files'

/** Importing in two steps: hand the text over, then see what is read from it before it is saved. */
export function ImportForm() {
  const [pasted, setPasted] = useState('')
  const [received, setReceived] = useState<Received | null>(null)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const reading = useAction(previewUpload, { onSuccess: setPreview })
  const read = (next: Received) => {
    setReceived(next)
    setPreview(null)
    reading.run({ received: next, reading: firstReading(next) })
  }
  const [many, setMany] = useState<readonly File[] | null>(null)
  const take = (files: File[]) => {
    const [only] = files
    if (only && files.length === 1) read(receivedFile(only))
    else setMany(files)
  }
  if (many) return <SendingFiles files={many} />
  if (received && preview)
    return (
      <ReceivedReview
        key={received.key}
        received={received}
        preview={preview}
        rereading={reading}
        onBack={() => setReceived(null)}
      />
    )
  return (
    <TextIntake
      pasted={pasted}
      onPasted={setPasted}
      onReceived={read}
      onFiles={take}
      pending={reading.pending}
      error={reading.error}
      fileName={received?.fileName ?? null}
    />
  )
}

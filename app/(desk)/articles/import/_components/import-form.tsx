'use client'

import { useState } from 'react'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import type { ImportPreview } from '@/lib/import/queries'
import { receivedKept, useKeptReceived } from '../../_components/intake/kept-received'
import { firstReading, type Received, receivedFile } from '../../_components/intake/received'
import { TextIntake } from '../../_components/intake/text-intake'
import { previewUpload } from './post-import'
import { type Answered, NOTHING_ANSWERED, ReceivedReview } from './received-review'
import { SendingFiles } from './sending-files'

/** Importing in two steps: hand the text over, then see what is read from it before it is saved. */
export function ImportForm() {
  const [pasted, setPasted] = useState('')
  const [received, setReceived] = useState<Received | null>(null)
  const [answered, setAnswered] = useState(NOTHING_ANSWERED)
  const keptReceived = useKeptReceived(received)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const reading = useAction(previewUpload, { onSuccess: setPreview })
  const read = (next: Received, given: Answered = NOTHING_ANSWERED) => {
    setReceived(next)
    setPreview(null)
    setAnswered(given)
    reading.run({ received: next, reading: given.choices ?? firstReading(next) })
  }
  const unsaved = useUnsaved('import', {
    value: { pasted, received: keptReceived, answered },
    take: (kept) => {
      setPasted(kept.pasted)
      if (kept.received) read(receivedKept(kept.received), kept.answered)
    },
  })
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
        answered={answered}
        onAnswered={setAnswered}
        unsaved={unsaved}
        onBack={() => setReceived(null)}
      />
    )
  return (
    <TextIntake
      unsaved={unsaved}
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

'use client'

import { useState } from 'react'
import { useUnsaved } from '@/app/_ui/unsaved/use-unsaved'
import { useAction } from '@/app/_ui/use-action'
import type { VersionPreview } from '@/lib/versions/queries/preview-version'
import { receivedKept, useKeptReceived } from '../../../../_components/intake/kept-received'
import { firstReading, type Received, receivedFile } from '../../../../_components/intake/received'
import { TextIntake } from '../../../../_components/intake/text-intake'
import { NewVersionReview } from './new-version-review'
import { previewNewVersion } from './post-version'

/** A new text in two steps: hand it over, then see how it is read and what becomes of what stands in the article. */
export function NewVersionForm({ articleId, address }: { articleId: string; address: string }) {
  const [pasted, setPasted] = useState('')
  const [received, setReceived] = useState<Received | null>(null)
  const [preview, setPreview] = useState<VersionPreview | null>(null)
  const keptReceived = useKeptReceived(received)
  const reading = useAction(previewNewVersion, { onSuccess: setPreview })
  const read = (next: Received) => {
    setReceived(next)
    setPreview(null)
    reading.run({ articleId, received: next, reading: firstReading(next) })
  }
  const unsaved = useUnsaved('newVersion', {
    of: articleId,
    value: { pasted, received: keptReceived },
    take: (kept) => {
      setPasted(kept.pasted)
      if (kept.received) read(receivedKept(kept.received))
    },
  })
  if (received && preview)
    return (
      <NewVersionReview
        key={received.key}
        articleId={articleId}
        received={received}
        preview={preview}
        rereading={reading}
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
      onFiles={([file]) => file && read(receivedFile(file))}
      pending={reading.pending}
      error={reading.error}
      fileName={received?.fileName ?? null}
      address={address}
    />
  )
}

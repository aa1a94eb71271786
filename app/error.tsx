'use client'

import { BarePage } from './_ui/bare-page'
import { Failure } from './_ui/failure'

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <BarePage>
      <Failure error={error} retry={retry} />
    </BarePage>
  )
}

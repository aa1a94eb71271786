'use client'

import { lazy, Suspense } from 'react'

// Every page carries this file: the two languages' messages come only when they are needed.
const GlobalFailure = lazy(async () => ({ default: (await import('./_ui/global-failure')).GlobalFailure }))

/** Stands when even the root layout fails. */
export default function GlobalError() {
  return (
    <html lang="fr">
      <body>
        <Suspense>
          <GlobalFailure />
        </Suspense>
      </body>
    </html>
  )
}

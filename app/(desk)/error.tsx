'use client'

import { AppPage } from '../_ui/app-page'
import { Failure } from '../_ui/failure'

export default function ScreenError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <AppPage>
      <Failure error={error} retry={retry} />
    </AppPage>
  )
}

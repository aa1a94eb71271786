'use client'

import { ADDABLE_KINDS } from '@/lib/sources/kinds'
import type { SourceValue } from '@/lib/sources/schema'
import { SourceCreateForm } from '../../_components/source-create-form'
import { SourcePicker } from '../../_components/source-picker'

interface NewSourceFormProps {
  onDone: (source: SourceValue) => void
  onCancel: () => void
}

/** The picker's own form for a new source, by itself. */
export function NewSourceForm({ onDone, onCancel }: NewSourceFormProps) {
  return (
    <SourceCreateForm
      name=""
      kind="PERSON"
      kinds={[...ADDABLE_KINDS]}
      onDone={onDone}
      onCancel={onCancel}
      Picker={SourcePicker}
      bare
    />
  )
}

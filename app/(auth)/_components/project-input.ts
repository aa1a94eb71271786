import type { z } from 'zod'
import type { createProjectInput } from '@/lib/projects/schema'
import { ProjectKind } from '@/prisma/generated/enums'
import { textOf } from '../../_server/answer-form'

const isKind = (text: string): text is ProjectKind => text in ProjectKind

/** The fields of ProjectFields as the commands take them; no kind chosen is a live desk. */
export function projectInput(form: FormData, id: string): z.input<typeof createProjectInput> {
  const kind = textOf(form, 'kind')
  return {
    id,
    name: textOf(form, 'projectName'),
    kind: isKind(kind) ? kind : 'LIVE',
    timeZone: textOf(form, 'timeZone'),
  }
}

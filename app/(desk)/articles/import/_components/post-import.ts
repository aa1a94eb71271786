import type { ReadingChoices } from '@/lib/import/choices'
import type { ImportPreview } from '@/lib/import/queries'
import { postUpload } from '../../_components/intake/post-upload'
import type { Received } from '../../_components/intake/received'

const PATH = '/api/v1/import'

export function previewUpload(input: { received: Received; reading: ReadingChoices; commandId: string }) {
  const { received, reading } = input
  return postUpload<ImportPreview>(`${PATH}?preview=1`, received, { reading, fileName: received.fileName })
}

export function saveUpload(input: { received: Received; details: object; commandId: string }) {
  const { received, details, commandId } = input
  const { articleId: id, fileName } = received
  return postUpload<{ id: string; existing: boolean }>(PATH, received, { ...details, id, fileName, commandId })
}

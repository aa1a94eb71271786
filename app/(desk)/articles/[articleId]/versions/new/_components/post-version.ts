import type { ReadingChoices } from '@/lib/import/choices'
import type { VersionPreview } from '@/lib/versions/queries/preview-version'
import { postUpload } from '../../../../_components/intake/post-upload'
import type { Received } from '../../../../_components/intake/received'

type Asked = { articleId: string; received: Received; reading: ReadingChoices; commandId: string }

const pathOf = (articleId: string) => `/api/v1/articles/${articleId}/versions`

export const previewNewVersion = ({ articleId, received, reading }: Asked) =>
  postUpload<VersionPreview>(`${pathOf(articleId)}?preview=1`, received, { reading, fileName: received.fileName })

/** `received.articleId` was made for what comes in, whatever that becomes: here it is the version's id. */
export const saveNewVersion = ({
  articleId,
  received,
  reading,
  commandId,
  seenVersionId,
}: Asked & { seenVersionId: string }) =>
  postUpload<{ id: string; added: boolean; carried: number; stayed: number }>(pathOf(articleId), received, {
    ...{ id: received.articleId, reading, fileName: received.fileName, commandId, seenVersionId },
  })

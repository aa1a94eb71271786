import { keepReading } from '@/lib/articles/commands/keep-reading'
import { readText } from '@/lib/articles/text-reading'
import type { JobHandler } from '@/lib/jobs/commands/handler'
import { runApart, task } from '@/lib/threads/run-apart'

const reading = task('lib/articles/text-reading', 'readText', readText)
const PATIENCE = 10 * 60_000

/** Reads a version's text; nothing where it has been read already. */
export const readTextJob: JobHandler<'text:read'> = async ({ db }, { versionId }) => {
  const version = await db.articleVersion.findFirst({
    where: { id: versionId, reading: null },
    select: { projectId: true, text: true },
  })
  if (!version) return undefined
  const { projectId, text } = version
  const read = await runApart(reading, [text], { size: text.length, patience: PATIENCE })
  return ({ tx }) => keepReading(tx, projectId, versionId, read)
}

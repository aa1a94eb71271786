import { mailSettings } from '@/lib/env'
import type { JobHandler } from '@/lib/jobs/commands/handler'
import { importBatchJob, readBatchTextsJob } from '@/lib/jobs/commands/handlers/import-batch'
import { readMissingJob } from '@/lib/jobs/commands/handlers/read-missing'
import { readTextJob } from '@/lib/jobs/commands/handlers/read-text'
import { refreshMarkedJob, refreshProjectionJob } from '@/lib/jobs/commands/handlers/refresh-projection'
import { sendLinkJob } from '@/lib/jobs/commands/handlers/send-link'
import type { JobKind } from '@/lib/queue/kinds'

/** The handler of each kind. A kind without one waits: a later version of Recoupe will do it. */
export type Handlers = { [K in JobKind]?: JobHandler<K> }

export const HANDLERS: Handlers = {
  'text:read': readTextJob,
  'texts:readMissing': readMissingJob,
  'claim-projection:refresh': refreshProjectionJob,
  'claim-projections:refreshMarked': refreshMarkedJob,
  'import:read': importBatchJob,
  'import:readTexts': readBatchTextsJob,
  'mail:sendLink': sendLinkJob,
}

/** What this worker does: without a mail server it lets mails wait for one that has. */
export function ownHandlers(): Handlers {
  const { 'mail:sendLink': mail, ...rest } = HANDLERS
  return mailSettings() ? { ...rest, 'mail:sendLink': mail } : rest
}

import { retryFailedJobs, retryJob } from '@/lib/jobs/commands/retry-job'
import { listAllJobs, listProjectJobs } from '@/lib/jobs/queries/list-jobs'
import { once } from '@/seeds/builders'
import type { Entries } from '@/seeds/matrix/entries'

const WORKER = 'done by the worker alone, which is no person and has no project'

export const JOBS: Entries = {
  commands: {
    retryJob: {
      may: 'job:retry',
      call: (ctx, { job }) => retryJob(ctx, { ...once(), scope: 'project', id: job }),
    },
    retryFailedJobs: {
      may: 'job:retry',
      own: true,
      meets: 'job.noneFailed',
      call: (ctx) => retryFailedJobs(ctx, { ...once(), scope: 'project', kind: 'text:read' }),
    },
  },
  queries: {
    listProjectJobs: { may: 'job:read', call: listProjectJobs },
    listAllJobs: { may: 'installation:read', call: listAllJobs },
  },
  exempt: {
    askForMarkedClaims: 'done by the start alone, for every project',
    askForMissingTexts: 'done by the start alone, for every project',
    countMarkedClaims: WORKER,
    countMarkedSources: WORKER,
    failJob: WORKER,
    findSubjects: 'a step of the lists of jobs, within the project that these are of',
    giveJobBack: WORKER,
    importBatchJob: WORKER,
    readBatchTextsJob: WORKER,
    leaveUndone: WORKER,
    keepProgress: WORKER,
    readMissingJob: WORKER,
    readTextJob: WORKER,
    reclaimJobs: WORKER,
    refreshMarkedJob: WORKER,
    refreshProjectionJob: WORKER,
    runJob: WORKER,
    sendLinkJob: WORKER,
    takeJob: WORKER,
  },
}

export const QUEUE: Entries = {
  exempt: {
    boss: 'pg-boss itself: it says through which transaction it goes, which is a command’s',
    bossOver: 'pg-boss over a connection of its caller',
    through: 'hands a transaction of its caller on to pg-boss',
  },
}

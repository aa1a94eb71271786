import type { Entries } from '@/seeds/matrix/entries'

const WORKER = 'done by the worker alone, which is no person and has no project'

export const JOBS: Entries = {
  exempt: {
    askForMissingTexts: 'done by the start alone, for every project',
    failJob: WORKER,
    giveJobBack: WORKER,
    keepProgress: WORKER,
    readMissingJob: WORKER,
    readTextJob: WORKER,
    reclaimJobs: WORKER,
    runJob: WORKER,
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

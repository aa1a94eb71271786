/** The first half of the advisory locks by which workers are known to live; the second is a worker's number. */
export const WORKER_LOCK = 7_203_019

/** In SQL: a lock of `pg_locks l` by which a worker of this database lives. */
export const LIVING_WORKER = `l.locktype = 'advisory' AND l.granted AND l.classid = ${WORKER_LOCK}
  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`

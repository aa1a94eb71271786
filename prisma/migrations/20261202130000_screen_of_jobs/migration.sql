-- The screen of jobs looks often, at the first of each list: of everything, and of one project. Each list is read by an index in its order.
CREATE INDEX "job_active" ON jobs.job (started_on, id) WHERE state = 'active';
CREATE INDEX "job_waiting" ON jobs.job (start_after, id) WHERE state < 'active';
CREATE INDEX "job_ended" ON jobs.job (state, completed_on, id) WHERE state > 'active';
CREATE INDEX "job_waiting_of_project" ON jobs.job ((data ->> 'projectId'), start_after, id) WHERE state < 'active';
CREATE INDEX "job_ended_of_project" ON jobs.job ((data ->> 'projectId'), state, completed_on, id) WHERE state > 'active';
-- Nothing asks by it any more.
DROP INDEX jobs."job_unfinished";

-- What a worker does: one without a mail server sends no mail, and the screen says what waits for another.
ALTER TABLE jobs.worker ADD COLUMN kinds text[] NOT NULL DEFAULT '{}';

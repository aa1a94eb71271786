-- What a command was asked, as a keyed hash: a command id that comes again with other content is refused. Rows from before have none.
ALTER TABLE "AuditEvent" ADD COLUMN "inputHash" TEXT;

import { defineConfig } from 'prisma/config'

// Paths are seen from this folder. `prisma migrate deploy --config prisma/prisma.config.ts` needs the owner's address; `generate` does not.
export default defineConfig({
  schema: '.',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.MIGRATION_DATABASE_URL || process.env.DATABASE_URL || '' },
})

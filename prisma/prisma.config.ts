import { defineConfig } from 'prisma/config'

// Paths are seen from this folder. `prisma migrate deploy --config prisma/prisma.config.ts` needs DATABASE_URL; `generate` does not.
export default defineConfig({
  schema: '.',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})

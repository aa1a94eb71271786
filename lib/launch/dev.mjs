import { runApp } from './run-app.mjs'
import { whenRun } from './when-run.mjs'

/** `npm run dev`: as `npm start`, with pages that follow every change of a file. */
await whenRun(import.meta.url, () => runApp('dev'))

import { runApp } from './run-app.mjs'
import { whenRun } from './when-run.mjs'

/** `npm start`: from an empty clone to a usable address. */
await whenRun(import.meta.url, () => runApp('start'))

import { config } from 'zod/v4/core'

// Zod tries out `new Function` when its first schema is made, which the pages' security policy would report. This runs before that.
config({ jitless: true })

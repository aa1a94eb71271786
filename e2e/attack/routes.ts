import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const APP = join(import.meta.dirname, '..', '..', 'app')
const METHOD = /^export (?:async function|function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm

/** One address of the app, as its folders name it: `/articles/[articleId]`; with the ways in which it can be asked. */
export type Route = { path: string; isApi: boolean; isDesk: boolean; methods: string[] }

/** Every page and every route handler, from the folders themselves: a new one is among them without anybody's doing. */
export function listRoutes(): Route[] {
  return (
    readdirSync(APP, { recursive: true, encoding: 'utf8' })
      // A folder with an underscore is no part of any address.
      .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file) && !/(^|\/)_/.test(file))
      .map((file) => {
        const folders = file.split('/').slice(0, -1)
        const isApi = file.endsWith('route.ts')
        const found = isApi
          ? [...readFileSync(join(APP, file), 'utf8').matchAll(METHOD)].map(([, name = '']) => name)
          : []
        return {
          ...{ path: `/${folders.filter((folder) => !folder.startsWith('(')).join('/')}`, isApi },
          isDesk: folders.includes('(desk)'),
          methods: found.length > 0 ? found : ['GET'],
        }
      })
  )
}

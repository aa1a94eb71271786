import type { SourceFile } from '@/lib/launch/source-file'

const DECLARED = /^(export )?(?:declare )?(?:type|interface|class|enum) (\w+)/gm

/** The types that one file exports and another file declares too, exported or not: `Name: path, path`. */
export function typesDeclaredTwice(files: readonly SourceFile[]): string[] {
  const declared = new Map<string, { exported: boolean; paths: Set<string> }>()
  for (const { path, text } of files)
    for (const [, exported, name = ''] of text.matchAll(DECLARED)) {
      const one = declared.get(name) ?? { exported: false, paths: new Set() }
      declared.set(name, { exported: one.exported || exported !== undefined, paths: one.paths.add(path) })
    }
  return [...declared].flatMap(([name, { exported, paths }]) =>
    exported && paths.size > 1 ? [`${name}: ${[...paths].sort().join(', ')}`] : [],
  )
}

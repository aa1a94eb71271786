import { command } from '@/lib/audit/record'
import { authorise } from '@/lib/auth/permissions'
import { insertSource, requireFreeName } from '@/lib/sources/commands/insert-source'
import { addSourceInput } from '@/lib/sources/schema'

/**
 * Adds a source. A person, organisation or outlet whose name another one bears, as its name or an alias, is refused with
 * `source.alreadyThere`, whose values name the existing one, so that the screen can offer it.
 */
export const addSource = command('source:add', addSourceInput, async (ctx, input) => {
  authorise('source:add', ctx.actor)
  await requireFreeName(ctx, input.kind, input.name)
  const source = await insertSource(ctx, input)
  return {
    result: { id: source.id, name: source.name, kind: source.kind, role: source.role },
    entityId: source.id,
    after: source,
  }
})

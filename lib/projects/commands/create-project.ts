import type { z } from 'zod'
import { command } from '@/lib/audit/record'
import { endLinksOf } from '@/lib/auth/commands/end-links'
import { authorise } from '@/lib/auth/permissions'
import { personOf, type TxCtx } from '@/lib/context'
import { refuseIf } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { DEFAULT_SCALE } from '@/lib/projects/rating-scale'
import { createProjectInput } from '@/lib/projects/schema'

/** Writes a project with the default scale and its first admin. For commands: the caller authorises and records. */
export async function insertProject(ctx: TxCtx, input: z.output<typeof createProjectInput>, admin: string) {
  const taken = await ctx.tx.project.count({ where: { name: input.name } })
  refuseIf('refused', taken > 0 ? [{ key: 'project.nameTaken', path: 'name' }] : [])
  const project = await ctx.tx.project.create({ data: { ...input, createdAt: ctx.now } })
  await ctx.tx.rating.createMany({
    data: DEFAULT_SCALE.map((rating, position) => ({ ...rating, id: newId(), projectId: project.id, position })),
  })
  await ctx.tx.membership.create({
    data: { id: newId(), projectId: project.id, userId: admin, role: 'ADMIN', createdAt: ctx.now },
  })
  await endLinksOf(ctx, { joined: { userId: admin, projectId: project.id } })
  return project
}

/** A new project with the default scale; the owner of the installation, who alone may do this, becomes its admin. */
export const createProject = command('project:create', createProjectInput, async (ctx, input) => {
  authorise('project:create', ctx.actor)
  const project = await insertProject(ctx, input, personOf(ctx))
  return { result: { id: project.id }, entityId: project.id, projectId: project.id, after: project }
})

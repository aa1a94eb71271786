import { z } from 'zod'
import { projectOf } from '@/lib/context'
import { takeFigureOff, writeFigure } from '@/lib/figures/commands'
import { type FigureInput, removeFigureInput, saveFigureInput } from '@/lib/figures/schema'
import type { FactKind, KeptRow } from '@/lib/steps/commands/take-back-fact'
import { takeWarningOff, writeWarning } from '@/lib/warnings/commands'
import { removeWarningInput, saveWarningInput, type WarningInput } from '@/lib/warnings/schema'
import { Prisma } from '@/prisma/generated/client'

const dayOf = (kept: unknown) => (typeof kept === 'string' ? kept.slice(0, 10) : null)

/** A date in the world from the columns whose names begin so. */
function dateIn(row: KeptRow, name: string) {
  const of = (part: string) => row[`${name}${part}`]
  const [earliest, latest, from, until] = [dayOf(of('Earliest')), dayOf(of('Latest')), of('From'), of('Until')]
  if (!earliest || !latest || !of('Precision')) return null
  const clock = from && until ? { from, until, zone: of('Zone') } : null
  return { verbatim: of('Verbatim'), earliest, latest, precision: of('Precision'), clock }
}

const formerFigure = z.object({ position: z.int(), version: z.int(), statedBy: z.array(z.string()) })

export const FIGURE_KIND: FactKind<FigureInput> = {
  columns: Object.values(Prisma.FigureScalarFieldEnum),
  inputOf: (row) =>
    saveFigureInput.safeParse({ ...row, asOf: dateIn(row, 'asOf'), reportedOn: dateIn(row, 'reported') }).data ?? null,
  find: (ctx, id) => ctx.tx.figure.findFirst({ where: { id, projectId: projectOf(ctx) } }),
  write: (ctx, input, former) => writeFigure(ctx, input, former && formerFigure.parse(former)),
  takeOff: (ctx, seen) => takeFigureOff(ctx, removeFigureInput.parse(seen)),
}

const formerWarning = z.object({ version: z.int() })

export const WARNING_KIND: FactKind<WarningInput> = {
  columns: Object.values(Prisma.WarningScalarFieldEnum),
  inputOf: (row) => {
    const window = { windowOnset: dayOf(row.windowOnset), windowExpires: dayOf(row.windowExpires) }
    return saveWarningInput.safeParse({ ...row, ...window, sent: dateIn(row, 'sent') }).data ?? null
  },
  find: (ctx, id) => ctx.tx.warning.findFirst({ where: { id, projectId: projectOf(ctx) } }),
  write: (ctx, input, former) => writeWarning(ctx, input, former && formerWarning.parse(former)),
  takeOff: (ctx, seen) => takeWarningOff(ctx, removeWarningInput.parse(seen)),
}

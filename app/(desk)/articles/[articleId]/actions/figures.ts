'use server'

import { runAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { removeFigure, saveFigure } from '@/lib/figures/commands'
import type { removeFigureInput, saveFigureInput } from '@/lib/figures/schema'

export async function saveFigureAction(input: CommandInput<typeof saveFigureInput>) {
  return runAction(saveFigure, input)
}

export async function removeFigureAction(input: CommandInput<typeof removeFigureInput>) {
  return runAction(removeFigure, input)
}

'use server'

import { runAction } from '@/app/_server/action'
import type { CommandInput } from '@/lib/audit/record'
import { markNoticesRead } from '@/lib/notices/commands'
import type { markNoticesReadInput } from '@/lib/notices/schema'

export const markNoticesReadAction = async (input: CommandInput<typeof markNoticesReadInput>) =>
  runAction(markNoticesRead, input)

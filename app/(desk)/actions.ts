'use server'

import type { CommandInput } from '@/lib/audit/record'
import { markNoticesRead } from '@/lib/notices/commands'
import type { markNoticesReadInput } from '@/lib/notices/schema'
import { runAction } from '../_server/action'

export const markNoticesReadAction = async (input: CommandInput<typeof markNoticesReadInput>) =>
  runAction(markNoticesRead, input)

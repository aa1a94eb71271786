'use server'

import type { CommandInput } from '@/lib/audit/record'
import { readLinkNotices } from '@/lib/auth/commands/link-notices'
import type { readLinkNoticesInput } from '@/lib/auth/schema'
import { markNoticesRead } from '@/lib/notices/commands'
import type { markNoticesReadInput } from '@/lib/notices/schema'
import { runAction } from '../_server/action'

export const markNoticesReadAction = async (input: CommandInput<typeof markNoticesReadInput>) =>
  runAction(markNoticesRead, input)

export const readLinkNoticesAction = async (input: CommandInput<typeof readLinkNoticesInput>) =>
  runAction(readLinkNotices, input)

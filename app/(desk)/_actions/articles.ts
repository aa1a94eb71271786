'use server'

import { runAction } from '@/app/_server/action'
import { archiveArticle, unarchiveArticle } from '@/lib/articles/commands/archive-article'
import { editArticle } from '@/lib/articles/commands/edit-article'
import { finishMarking, resumeMarking } from '@/lib/articles/commands/finish-marking'
import type { articleVersionInput, editArticleInput } from '@/lib/articles/schema'
import type { CommandInput } from '@/lib/audit/record'

export async function editArticleAction(input: CommandInput<typeof editArticleInput>) {
  return runAction(editArticle, input)
}

export async function archiveArticleAction(input: CommandInput<typeof articleVersionInput>) {
  return runAction(archiveArticle, input)
}

export async function unarchiveArticleAction(input: CommandInput<typeof articleVersionInput>) {
  return runAction(unarchiveArticle, input)
}

export async function finishMarkingAction(input: CommandInput<typeof articleVersionInput>) {
  return runAction(finishMarking, input)
}

export async function resumeMarkingAction(input: CommandInput<typeof articleVersionInput>) {
  return runAction(resumeMarking, input)
}

import { runApart, task } from '@/lib/threads/run-apart'
import { freshBetween } from '@/lib/versions/fresh-between'

const comparing = task('lib/versions/fresh-between', 'freshBetween', freshBetween)

type Text = { id: string; text: string }

/** What of one version is gone in a later one, and what of that is new; compared once, as texts never change. */
export const findFresh = (before: Text, after: Text) =>
  runApart(comparing, [before.text, after.text], {
    size: before.text.length + after.text.length,
    key: `${before.id} ${after.id}`,
  })

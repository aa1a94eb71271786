import { dirname, join } from 'node:path/posix'
import type { SourceFile } from '@/lib/launch/source-file'

const DESK = 'app/(desk)'

/** Forms with fields in which nothing is kept, and why. */
const NOTHING_KEPT: Record<string, string> = {
  'app/(auth)/_components/plain-form.tsx': 'nobody is signed in: it is nobody’s text, or a password',
  [`${DESK}/_components/event-picker.tsx`]: 'a search',
  [`${DESK}/articles/_components/article-filter.tsx`]: 'a search',
  [`${DESK}/claims/_components/claim-filter.tsx`]: 'a search',
  [`${DESK}/sources/_components/directory-filter.tsx`]: 'a search',
  [`${DESK}/events/page.tsx`]: 'a search',
  [`${DESK}/account/_components/password-form.tsx`]: 'passwords',
  [`${DESK}/sources/_components/confidential/replace-identity.tsx`]: 'an identity that is sealed is never kept',
  [`${DESK}/articles/[articleId]/_components/attribution/proposal-card.tsx`]: 'a word that tells namesakes apart',
  [`${DESK}/articles/[articleId]/_components/evidence/item-question.tsx`]: 'the same; its question keeps its own',
  [`${DESK}/team/_components/renew-invitation-button.tsx`]: 'its field is read only',
}

/** Parts with a form of their own whose text is held, and kept, by what stands around them. */
const PARTS = /\/(text-intake|received-review)\.tsx$/

const FIELD = /<(Textarea|TextInput|TagsInput|NumberInput|textarea)\b/
const FORM = /\buseAction\(|<form\b|<ConfirmDialog\b/
const KEEPS = [
  /\buseUnsaved\(/,
  /<UnsavedNote\b|unsaved=\{unsaved\}/,
  /\bunsaved,|\{ unsaved \}|\.settle\(\)|unsaved=\{unsaved\}/,
]

/** The forms with free text, in themselves or in their parts, that lose it when somebody goes elsewhere. */
export function unkeptForms(files: readonly SourceFile[], exempt = NOTHING_KEPT): string[] {
  const screens = new Map(
    files
      .filter(({ path }) => /^app\/.*\.tsx$/.test(path) && !path.includes('.test.'))
      .map(({ path, text }) => [path, text]),
  )
  const isForm = (path: string) => FORM.test(screens.get(path) ?? '') && !PARTS.test(path)
  const partsOf = (path: string) =>
    [...(screens.get(path) ?? '').matchAll(/from '([^']+)'/g)]
      .map(([, from = '']) => `${from.startsWith('@/') ? from.slice(2) : join(dirname(path), from)}.tsx`)
      .filter((part) => screens.has(part))
  const withText = new Set([...screens.keys()].filter((path) => FIELD.test(screens.get(path) ?? '')))
  // What a form holds is its own: whoever shows the form holds nothing of it.
  for (let before = -1; before !== withText.size; ) {
    before = withText.size
    for (const path of screens.keys())
      if (partsOf(path).some((part) => withText.has(part) && !isForm(part))) withText.add(path)
  }
  return [...withText]
    .filter((path) => isForm(path) && !(path in exempt) && !KEEPS.every((sign) => sign.test(screens.get(path) ?? '')))
    .sort()
}

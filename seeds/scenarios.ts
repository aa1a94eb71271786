import type { z } from 'zod'
import { saveAttribution } from '@/lib/attributions/commands/save-attribution'
import type { hopInput } from '@/lib/attributions/schema'
import { markClaim } from '@/lib/claims/commands/mark-claim'
import { defaultChecked } from '@/lib/claims/default-checked'
import type { Ctx } from '@/lib/context'
import { saveEvidence } from '@/lib/evidence/commands/save-evidence'
import { newId } from '@/lib/ids'
import { linkClaims } from '@/lib/independence/commands/link-claims'
import { approveClaim } from '@/lib/review/commands/approve'
import { assignClaim } from '@/lib/review/commands/assign'
import { dropClaim, returnClaim, startChecking, submitClaim } from '@/lib/review/commands/moves'
import { recordVerdict } from '@/lib/verdicts/commands'
import type { CheckedAspect, ClaimCategory, HowKnown, Stance } from '@/prisma/generated/enums'
import { once, placeOf } from '@/seeds/builders'

// Claims in each state, brought there by the verbs that people use. Named after the state that they end in.

export type SeededText = { articleId: string; versionId: string; text: string }
export type TwoPeople = { editor: Ctx; checker: Ctx; ratingId: (key: string) => Promise<string> }

/** A hop in the text's own words; the places are found in the text. */
export type HopInWords = Omit<z.input<typeof hopInput>, 'id' | 'sourceWords' | 'cueWords'> & {
  sourceWords?: string
  cueWords?: string
}

export type ClaimWords = {
  passages: readonly string[]
  category: ClaimCategory
  checked?: CheckedAspect
  wording: string
  /** Each chain in order from the article outwards; where one is empty, the text names nobody. */
  chains?: readonly (readonly HopInWords[])[]
  /** How the text knows, of each chain; left out: nobody has answered. */
  knows?: HowKnown
  knowsReason?: string
  /** A claim of another article that says the same. */
  sameAs?: string
  /** `knows`: how its text knows; left out: it has no chain, and nobody has answered. */
  evidence?: { in: SeededText; words: string; stance: Stance; note?: string; knows?: HowKnown; knowsReason?: string }
  verdict?: { rating: string; rationale: string }
}

const anchored = (text: string, words: string | undefined) =>
  words === undefined ? null : { id: newId(), ...placeOf(text, words) }

/** Marked, with its chains and evidence as far as they are given; nobody has it in hand. */
export async function claimOpen({ editor }: TwoPeople, text: SeededText, words: ClaimWords): Promise<string> {
  const { id } = await markClaim(editor, {
    ...once(),
    id: newId(),
    articleId: text.articleId,
    versionId: text.versionId,
    spans: words.passages.map((passage) => ({ id: newId(), ...placeOf(text.text, passage) })),
    category: words.category,
    checked: words.checked ?? defaultChecked(words.category),
    wording: words.wording,
  })
  for (const chain of words.chains ?? []) {
    const hops = chain.map((hop) => ({
      ...hop,
      id: newId(),
      sourceWords: anchored(text.text, hop.sourceWords),
      cueWords: anchored(text.text, hop.cueWords),
    }))
    await saveAttribution(editor, {
      ...once(),
      id: newId(),
      claimId: id,
      version: null,
      versionId: text.versionId,
      hops,
      knows: words.knows,
      knowsReason: words.knowsReason,
    })
  }
  if (words.sameAs) await linkClaims(editor, { ...once(), id: newId(), oneId: id, otherId: words.sameAs })
  return id
}

type Plan = { reviewer?: Ctx; dueOn?: string }

export async function claimAssigned(
  desk: TwoPeople,
  text: SeededText,
  words: ClaimWords,
  plan: Plan = {},
): Promise<string> {
  const id = await claimOpen(desk, text, words)
  await assignClaim(desk.editor, {
    ...once(),
    id,
    assignmentId: newId(),
    assigneeId: String(desk.checker.actor.userId),
    reviewerId: plan.reviewer?.actor.userId ?? null,
    dueOn: plan.dueOn ?? null,
    reason: null,
  })
  return id
}

/** The checker has begun: evidence and a verdict as far as they are given. */
export async function claimChecking(
  desk: TwoPeople,
  text: SeededText,
  words: ClaimWords,
  plan: Plan = {},
): Promise<string> {
  const id = await claimAssigned(desk, text, words, plan)
  await startChecking(desk.checker, { ...once(), id })
  const evidenceIds = words.evidence ? [await addPassage(desk, id, words.evidence)] : []
  if (words.verdict) await giveVerdict(desk, id, words.verdict, evidenceIds)
  return id
}

async function addPassage(desk: TwoPeople, claimId: string, evidence: NonNullable<ClaimWords['evidence']>) {
  const id = newId()
  const { articleId, versionId, text } = evidence.in
  await saveEvidence(desk.checker, {
    ...once(),
    id,
    claimId,
    version: null,
    stance: evidence.stance,
    passage: { articleId, versionId, id: newId(), ...placeOf(text, evidence.words) },
    note: evidence.note ?? null,
    attribution: evidence.knows && {
      ...{ id: newId(), version: null, versionId, hops: [], knows: evidence.knows },
      knowsReason: evidence.knowsReason,
    },
  })
  return id
}

async function giveVerdict(
  desk: TwoPeople,
  claimId: string,
  verdict: { rating: string; rationale: string },
  evidenceIds: string[],
) {
  const { checker } = desk
  const { revision } = await checker.db.claim.findUniqueOrThrow({ where: { id: claimId }, select: { revision: true } })
  await recordVerdict(checker, {
    ...once(),
    id: newId(),
    claimId,
    claimRevision: revision,
    ratingId: await desk.ratingId(verdict.rating),
    rationale: verdict.rationale,
    asOf: checker.now.toISOString().slice(0, 10),
    evidenceIds,
  })
}

export async function claimInReview(
  desk: TwoPeople,
  text: SeededText,
  words: ClaimWords,
  plan: Plan = {},
): Promise<string> {
  const id = await claimChecking(desk, text, words, plan)
  await submitClaim(desk.checker, { ...once(), id })
  return id
}

/** Sent back to the checker with a comment. */
export async function claimReturned(
  desk: TwoPeople,
  text: SeededText,
  words: ClaimWords,
  comment: string,
): Promise<string> {
  const id = await claimInReview(desk, text, words)
  await returnClaim(desk.editor, { ...once(), id, commentId: newId(), comment })
  return id
}

/** Approved by the editor. Where the rating asks for more origins than there are, `why` says why one suffices. */
export async function claimApproved(
  desk: TwoPeople,
  text: SeededText,
  words: ClaimWords,
  why: string | null = null,
): Promise<string> {
  const id = await claimInReview(desk, text, words)
  const claim = await desk.editor.db.claim.findUniqueOrThrow({
    where: { id },
    select: { revision: true, verdicts: { orderBy: { createdAt: 'desc' }, take: 1, select: { id: true } } },
  })
  await approveClaim(desk.editor, {
    ...once(),
    id,
    verdictId: claim.verdicts[0]?.id ?? '',
    claimRevision: claim.revision,
    singleSourceKind: why ? 'SOLE_AUTHORITY' : null,
    singleSourceReason: why,
  })
  return id
}

export async function claimDropped(
  desk: TwoPeople,
  text: SeededText,
  words: ClaimWords,
  reason: string,
): Promise<string> {
  const id = await claimOpen(desk, text, words)
  await dropClaim(desk.editor, { ...once(), id, reason })
  return id
}

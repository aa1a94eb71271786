import { type Decision, decideGroups } from '@/lib/independence/decide-groups'
import { type Appearance, asCounted, ORIGIN_RULES, type OriginRule } from '@/lib/independence/origins'
import { looseGroups, placeAppearances, raiseKnown } from '@/lib/independence/place-appearances'
import { type GroupMember, STANDINGS, type Standing, standingOf } from '@/lib/independence/placed'
import { type Sharing, sharedGroups } from '@/lib/independence/sharings'
import type { SourceNode } from '@/lib/independence/stands-for'
import { heardInstitutions } from '@/lib/independence/voices'
import { byText } from '@/lib/lists/by-text'
import { groupBy } from '@/lib/lists/group-by'
import { CheckedAspect } from '@/prisma/generated/enums'

// How many independent origins a claim has: pure, appearances in, groups with their rules and counts out.
//
// Confirmation is by independent origins, not by the number of reports (Admiralty code, NATO STANAG 2511: "confirmed by
// other independent sources"). A text that repeats another adds nothing to what it repeats (Dong, Berti-Équille,
// Srivastava, "Integrating conflicting data: the role of source dependence", VLDB 2009). So an appearance counts where
// its information enters the world, at the end of its chain, and relays count nothing:
//   1. the last hop's source, or whom it speaks for; a document stands for its issuer, an article for its outlet, a part for
//      the whole below governments, a reporter for the outlet whose witness he is. A text that names nobody, and an outlet
//      at which a chain ends, are origins only where a person answers that they witnessed it, or that it is theirs; not
//      answered, or "it does not say", it is undetermined. Where the words are what is checked, who heard them counts in the
//      place of who spoke them;
//   2. who cites a text that is itself among the appearances takes what that text takes: its origin is that text's;
//   3. unnamed voices of one role at one institution are one on one day, or where the desk keeps them as one source. On
//      another day, or none, it may be somebody else: one of them is an origin for certain, the others are undetermined.
//      Where the institution is heard itself, all of them are: an official may say what the ministry says.
//      What is undetermined equals nothing, counts 0, and is put to a person;
//   4. a copy has the origin of what it copies; where it is not known who copied, the texts have one common origin; what
//      takes from two groups (a round-up) joins neither and adds none;
//   5. a circle (A cites B cites A) has no origin;
//   6. what a person decides stands above all rules, but for sources that were merged since: they are one.
// Where these cannot tell two origins apart, they count one: too low a count asks for a look, too high a one misleads.
// Which appearances stand together does not depend on what was answered of them: so no answer ever lowers a count.

/** Appearances that have one origin, with the rules and the decisions that put them together. */
export type OriginGroup = {
  key: string
  standing: Standing
  origin: Pick<SourceNode, 'id' | 'kind' | 'name' | 'role'> | null
  appearanceIds: string[]
  rules: OriginRule[]
  decisionIds: string[]
}

export type SideCount = {
  appearances: number
  origins: number
  undetermined: number
  /** Groups that go round in a circle, and appearances that take from several groups: they add no origin. */
  circles: number
  roundUps: number
  groups: OriginGroup[]
}
/** `dropped`: decisions without effect since the sources that they told apart were merged. */
export type OriginCounts = { asserting: SideCount; contradicting: SideCount; dropped: string[] }

type Known = { sharings: readonly Sharing[]; decisions: readonly Decision[] }

function countSide(all: readonly Appearance[], { sharings, decisions }: Known) {
  const appearances = [...all].sort((a, b) => byText(a.id, b.id))
  const { placed, lost } = placeAppearances(appearances, sharings)
  const decided = decideGroups(sharedGroups(placed, sharings), decisions)
  const touched = new Set(decisions.flatMap(({ appearanceId, otherId }) => [appearanceId, otherId]))
  const raised = heardInstitutions(raiseKnown(decided.placed, lost, touched), touched)
  return { ...decided, placed: looseGroups(raised, touched) }
}

function sideOf({ placed, effects }: ReturnType<typeof decideGroups>): SideCount {
  const groups = [...groupBy(placed, ({ group }) => group)].map(([key, members]): OriginGroup => {
    // The origin itself, where one of its appearances names it directly; else what the first appearance resolves to.
    const isItself = ({ resolution: { key: own, origin } }: GroupMember) =>
      own === key && key === `source:${origin?.id}`
    const named = members.find(isItself) ?? members.find(({ resolution }) => resolution.key === key) ?? members[0]
    const { id, kind, name, role } = named?.resolution.origin ?? {}
    return {
      key,
      standing: standingOf(members),
      origin: id && kind && name !== undefined ? { id, kind, name, role: role ?? null } : null,
      appearanceIds: members.map(({ appearance }) => appearance.id),
      rules: ORIGIN_RULES.filter((rule) => members.some((member) => member.rule === rule)),
      decisionIds: effects.filter(({ group }) => group === key).map(({ decisionId }) => decisionId),
    }
  })
  groups.sort(
    (a, b) =>
      STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
      b.appearanceIds.length - a.appearanceIds.length ||
      byText(a.appearanceIds[0] ?? '', b.appearanceIds[0] ?? ''),
  )
  const count = (standing: Standing) => groups.filter((group) => group.standing === standing).length
  return {
    appearances: placed.length,
    origins: count('origin'),
    undetermined: count('undetermined'),
    circles: count('circle'),
    roundUps: count('roundUp'),
    groups,
  }
}

/** `checked`: what is asked of the claim. Who heard the words counts for an utterance, who spoke them for its content. */
export type Counting = Partial<Known> & { checked?: CheckedAspect }

/**
 * Appearances, origins and undetermined ones for a claim and against it, with the groups. The order of appearances, sharings
 * and decisions does not matter: decisions apply in the order of their times.
 */
export function countOrigins(
  appearances: readonly Appearance[],
  { sharings = [], decisions = [], checked = CheckedAspect.CONTENT }: Counting = {},
): OriginCounts {
  const counted = appearances.map((appearance) => asCounted(appearance, checked))
  const side = (wanted: Appearance['side']) =>
    countSide(
      counted.filter((appearance) => appearance.side === wanted),
      { sharings, decisions },
    )
  const [asserting, contradicting] = [side('asserts'), side('contradicts')]
  const dropped = [...new Set([...asserting.dropped, ...contradicting.dropped])].sort(byText)
  return { asserting: sideOf(asserting), contradicting: sideOf(contradicting), dropped }
}

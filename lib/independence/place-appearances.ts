import { type Appearance, circleOf, ownKeys, resolveOrigin, textKey } from '@/lib/independence/origins'
import { type GroupMember, isCounted, standingOf } from '@/lib/independence/placed'
import type { Sharing } from '@/lib/independence/sharings'
import { unionFind } from '@/lib/independence/union-find'
import { voiceGroups } from '@/lib/independence/voices'
import { groupBy } from '@/lib/lists/group-by'

/** From whom an appearance takes what it tells: the copied ones, else the appearances of the text that it cites. */
type CopyRule = { rule: 'copied' | 'cited'; ids: string[] }

function takenFrom(appearances: readonly Appearance[], copies: readonly Sharing[]): Map<string, CopyRule> {
  const ids = new Set(appearances.map(({ id }) => id))
  const byTextKey = groupBy(appearances, textKey)
  const byOwnText = groupBy(appearances, (appearance) => ownKeys(appearance).text)
  const taken = new Map<string, CopyRule>()
  for (const appearance of appearances) {
    const originals = copies.flatMap((each) =>
      each.kind === 'copiedFrom' && each.copyId === appearance.id && ids.has(each.originalId) ? [each.originalId] : [],
    )
    const { key } = resolveOrigin(appearance)
    const cites = appearance.hops.length > 0 && key !== null && !circleOf(appearance)
    const isOwn = key === textKey(appearance)
    // Who cites another text of their own house takes what that one has from elsewhere; else it is one voice.
    const isFromElsewhere = (other: Appearance) => {
      const { key: theirs, voice } = resolveOrigin(other)
      return other.hops.length > 0 && theirs !== key && voice?.institution !== key
    }
    const isTaken = (other: Appearance) => !isOwn || (other.text?.id !== appearance.text?.id && isFromElsewhere(other))
    // A text of the very one that is cited tells it, rather than one of what that is part of.
    const texts = cites ? [byOwnText.get(ownKeys(appearance).end), byTextKey.get(key)] : []
    const told = texts.map((each) => each?.filter(isTaken) ?? []).find((each) => each.length > 0)
    const cited = (told ?? []).map(({ id }) => id)
    if (originals.length > 0) taken.set(appearance.id, { rule: 'copied', ids: originals })
    else if (cited.length > 0) taken.set(appearance.id, { rule: 'cited', ids: cited })
  }
  return taken
}

/** The circles that appearances go round, by their own chains or by taking from each other: a key for each appearance. */
function circleKeys(appearances: readonly Appearance[], taken: ReadonlyMap<string, CopyRule>): (id: string) => string {
  const together = unionFind()
  for (const appearance of appearances) {
    for (const key of circleOf(appearance) ?? []) together.union(`circle:${appearance.id}`, `key:${key}`)
    for (const id of taken.get(appearance.id)?.ids ?? []) together.union(`circle:${appearance.id}`, `circle:${id}`)
  }
  return (id) => together.find(`circle:${id}`)
}

/**
 * Where each appearance stands by the rules, before passages that are shared without a direction and what people decided.
 * `lost`: appearances whose citing leads to several groups or to none, with the appearances at which it leads on.
 */
export function placeAppearances(appearances: readonly Appearance[], sharings: readonly Sharing[]) {
  const byId = new Map(
    appearances.map((appearance) => [appearance.id, { appearance, resolution: resolveOrigin(appearance) }]),
  )
  const taken = takenFrom(appearances, sharings)
  const begins = (id: string) => {
    const found = byId.get(id)
    return found !== undefined && !taken.has(id) && !circleOf(found.appearance)
  }
  /** The appearances at which what an appearance takes begins; circles lead nowhere. */
  const beginnings = (id: string, seen = new Set<string>()): string[] => {
    if (begins(id)) return [id]
    if (seen.has(id)) return []
    seen.add(id)
    return (taken.get(id)?.ids ?? []).flatMap((each) => beginnings(each, seen))
  }
  const voices = voiceGroups(
    [...byId].flatMap(([id, { resolution }]) => (begins(id) ? [{ id, voice: resolution.voice }] : [])),
  )
  const groupOf = (id: string) => byId.get(id)?.resolution.key ?? voices.get(id)?.group ?? `undetermined:${id}`
  const isOrigin = (id: string) => byId.get(id)?.resolution.isKnown === true || voices.get(id)?.stands === true
  const circleKey = circleKeys(appearances, taken)
  const lost = new Map<string, string[]>()

  const placed = [...byId].map(([id, { appearance, resolution }]): GroupMember => {
    const from = beginnings(id)
    const [first] = from
    const rule = taken.get(id)?.rule
    const isLost = first === undefined || new Set(from.map(groupOf)).size > 1
    if (isLost && rule === 'cited') lost.set(id, from)
    if (first === undefined) return { appearance, resolution, group: circleKey(id), standing: 'circle', rule: 'circle' }
    if (isLost) return { appearance, resolution, group: `roundUp:${id}`, standing: 'roundUp', rule: 'roundUp' }
    const own = voices.get(id)?.stands === false ? 'otherDay' : resolution.rule
    // What it names counts on where only the question is open how the text that it goes by knows.
    const isOpen = (byId.get(first)?.resolution.key ?? null) !== null
    const standsByItself = resolution.isKnown && (resolution.isAsked || isOpen)
    const standing = isOrigin(first) || standsByItself ? 'origin' : 'undetermined'
    const shown = rule === 'cited' && !isOrigin(first) && standsByItself ? own : (rule ?? own)
    return { appearance, resolution, group: groupOf(first), standing, rule: shown }
  })
  return { placed, lost }
}

/**
 * Where the texts that an appearance cites go round in a circle or tell it in several ways, what it ends at is an origin all the
 * same: an outlet of which a person answers that it witnessed, and a source whose own words are among those texts. Put in
 * place after everything else, so that it moves nobody but itself.
 */
export function raiseKnown(
  placed: readonly GroupMember[],
  lost: ReadonlyMap<string, readonly string[]>,
  touched: ReadonlySet<string | null>,
): GroupMember[] {
  return placed.map((each): GroupMember => {
    const { resolution, appearance, standing } = each
    const from = lost.get(appearance.id)
    if (!from || isCounted(standing) || touched.has(appearance.id) || !resolution.isKnown) return each
    const own = placed.find(
      (other) =>
        isCounted(other.standing) &&
        other.resolution.key === resolution.key &&
        (resolution.isAsked || from.includes(other.appearance.id)),
    )
    if (!own && !resolution.isAsked) return each
    const first = placed.find((other) => other.appearance.id === from[0])
    const group = (own ?? first)?.group ?? resolution.key ?? each.group
    return { ...each, group, standing: 'origin', rule: resolution.rule }
  })
}

const LOOSE = ['notAnswered', 'notSaid', 'speakerOpen']

/**
 * Two texts that do not say how they know are not one for being of one outlet, nor is one that says it: where nothing else
 * holds them together, each is undetermined by itself.
 */
export function looseGroups(placed: readonly GroupMember[], touched: ReadonlySet<string | null>): GroupMember[] {
  const isLoose = ({ appearance, rule, standing }: GroupMember) =>
    standing === 'undetermined' && appearance.hops.length === 0 && LOOSE.includes(rule) && !touched.has(appearance.id)
  const apart = [...groupBy(placed, ({ group }) => group).values()].flatMap((members) =>
    standingOf(members) === 'origin' || members.every(isLoose) ? members.filter(isLoose) : [],
  )
  const alone = new Set(apart)
  return placed.map((each) => (alone.has(each) ? { ...each, group: `undetermined:${each.appearance.id}` } : each))
}

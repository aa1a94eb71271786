import { type Account, circleOf, ownKeys, resolveOrigin, textKey } from '@/lib/independence/origins'
import { type GroupMember, isCounted, standingOf } from '@/lib/independence/placed'
import type { Sharing } from '@/lib/independence/sharings'
import { unionFind } from '@/lib/independence/union-find'
import { voiceGroups } from '@/lib/independence/voices'
import { groupBy } from '@/lib/text/group-by'

/** From whom an account takes what it tells: the copied ones, else the accounts of the text that it cites. */
type CopyRule = { rule: 'copied' | 'cited'; ids: string[] }

function takenFrom(accounts: readonly Account[], copies: readonly Sharing[]): Map<string, CopyRule> {
  const ids = new Set(accounts.map(({ id }) => id))
  const byTextKey = groupBy(accounts, textKey)
  const byOwnText = groupBy(accounts, (account) => ownKeys(account).text)
  const taken = new Map<string, CopyRule>()
  for (const account of accounts) {
    const originals = copies.flatMap((each) =>
      each.kind === 'copiedFrom' && each.copyId === account.id && ids.has(each.originalId) ? [each.originalId] : [],
    )
    const { key } = resolveOrigin(account)
    const cites = account.hops.length > 0 && key !== null && !circleOf(account)
    const isOwn = key === textKey(account)
    // Who cites another text of their own house takes what that one has from elsewhere; else it is one voice.
    const isFromElsewhere = (other: Account) => {
      const { key: theirs, voice } = resolveOrigin(other)
      return other.hops.length > 0 && theirs !== key && voice?.institution !== key
    }
    const isTaken = (other: Account) => !isOwn || (other.text?.id !== account.text?.id && isFromElsewhere(other))
    // A text of the very one that is cited tells it, rather than one of what that is part of.
    const texts = cites ? [byOwnText.get(ownKeys(account).end), byTextKey.get(key)] : []
    const told = texts.map((each) => each?.filter(isTaken) ?? []).find((each) => each.length > 0)
    const cited = (told ?? []).map(({ id }) => id)
    if (originals.length > 0) taken.set(account.id, { rule: 'copied', ids: originals })
    else if (cited.length > 0) taken.set(account.id, { rule: 'cited', ids: cited })
  }
  return taken
}

/** The circles that accounts go round, by their own chains or by taking from each other: a key for each account. */
function circleKeys(accounts: readonly Account[], taken: ReadonlyMap<string, CopyRule>): (id: string) => string {
  const together = unionFind()
  for (const account of accounts) {
    for (const key of circleOf(account) ?? []) together.union(`circle:${account.id}`, `key:${key}`)
    for (const id of taken.get(account.id)?.ids ?? []) together.union(`circle:${account.id}`, `circle:${id}`)
  }
  return (id) => together.find(`circle:${id}`)
}

/**
 * Where each account stands by the rules, before passages that are shared without a direction and what people decided.
 * `lost`: accounts whose citing leads to several groups or to none, with the accounts at which it leads on.
 */
export function placeAccounts(accounts: readonly Account[], sharings: readonly Sharing[]) {
  const byId = new Map(accounts.map((account) => [account.id, { account, resolution: resolveOrigin(account) }]))
  const taken = takenFrom(accounts, sharings)
  const begins = (id: string) => {
    const found = byId.get(id)
    return found !== undefined && !taken.has(id) && !circleOf(found.account)
  }
  /** The accounts at which what an account takes begins; circles lead nowhere. */
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
  const circleKey = circleKeys(accounts, taken)
  const lost = new Map<string, string[]>()

  const placed = [...byId].map(([id, { account, resolution }]): GroupMember => {
    const from = beginnings(id)
    const [first] = from
    const rule = taken.get(id)?.rule
    const isLost = first === undefined || new Set(from.map(groupOf)).size > 1
    if (isLost && rule === 'cited') lost.set(id, from)
    if (first === undefined) return { account, resolution, group: circleKey(id), standing: 'circle', rule: 'circle' }
    if (isLost) return { account, resolution, group: `roundUp:${id}`, standing: 'roundUp', rule: 'roundUp' }
    const own = voices.get(id)?.stands === false ? 'otherDay' : resolution.rule
    // What it names counts on where only the question is open how the text that it goes by knows.
    const isOpen = (byId.get(first)?.resolution.key ?? null) !== null
    const standsByItself = resolution.isKnown && (resolution.isAsked || isOpen)
    const standing = isOrigin(first) || standsByItself ? 'origin' : 'undetermined'
    const shown = rule === 'cited' && !isOrigin(first) && standsByItself ? own : (rule ?? own)
    return { account, resolution, group: groupOf(first), standing, rule: shown }
  })
  return { placed, lost }
}

/**
 * Where the texts that an account cites go round in a circle or tell it in several ways, what it ends at is an origin all the
 * same: an outlet of which a person answers that it witnessed, and a source whose own words are among those texts. Put in
 * place after everything else, so that it moves nobody but itself.
 */
export function raiseKnown(
  placed: readonly GroupMember[],
  lost: ReadonlyMap<string, readonly string[]>,
  touched: ReadonlySet<string | null>,
): GroupMember[] {
  return placed.map((each): GroupMember => {
    const { resolution, account, standing } = each
    const from = lost.get(account.id)
    if (!from || isCounted(standing) || touched.has(account.id) || !resolution.isKnown) return each
    const own = placed.find(
      (other) =>
        isCounted(other.standing) &&
        other.resolution.key === resolution.key &&
        (resolution.isAsked || from.includes(other.account.id)),
    )
    if (!own && !resolution.isAsked) return each
    const first = placed.find((other) => other.account.id === from[0])
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
  const isLoose = ({ account, rule, standing }: GroupMember) =>
    standing === 'undetermined' && account.hops.length === 0 && LOOSE.includes(rule) && !touched.has(account.id)
  const apart = [...groupBy(placed, ({ group }) => group).values()].flatMap((members) =>
    standingOf(members) === 'origin' || members.every(isLoose) ? members.filter(isLoose) : [],
  )
  const alone = new Set(apart)
  return placed.map((each) => (alone.has(each) ? { ...each, group: `undetermined:${each.account.id}` } : each))
}

import { useTranslations } from 'next-intl'
import { Glyph, type GlyphShape } from '@/app/_ui/glyph'
import type { Tone } from '@/app/_ui/tone'
import { groupAnchor, type NumberedGroup, numberGroups } from '@/lib/independence/graph'
import type { Standing } from '@/lib/independence/placed'
import type { IndependenceView } from '@/lib/independence/view'
import { AccountLine } from './account-line'
import { useAccountNames } from './account-names'
import { DecideButton } from './decide-button'
import { DecisionLine } from './decision-line'
import { useGroupTitle } from './group-title'
import type { OriginReasons } from './origin-reasons'
import classes from './origins.module.css'

const MARKS: Record<Standing, { shape: GlyphShape; tone: Tone }> = {
  origin: { shape: 'full', tone: 'accent' },
  undetermined: { shape: 'question', tone: 'warning' },
  roundUp: { shape: 'almost', tone: 'mute' },
  circle: { shape: 'cross', tone: 'false' },
}

interface GroupCardProps {
  placed: NumberedGroup
  view: IndependenceView
  reasons: OriginReasons
}

/** One group: its origin, the accounts that lead to it, the rules and the people who put them there. */
export function GroupCard({ placed, view, reasons }: GroupCardProps) {
  const t = useTranslations('origins')
  const rule = useTranslations('independence.rule')
  const independence = useTranslations('independence')
  const { counts } = useAccountNames(view)
  const { group, against } = placed
  const { kindOf, nameOf, titleOf } = useGroupTitle()
  const id = groupAnchor(placed)
  const others = numberGroups(view)
    .filter((each) => each.against === against && each.group.key !== group.key)
    .flatMap((each) => {
      const [accountId] = each.group.accountIds
      return accountId ? [{ accountId, label: titleOf(each) }] : []
    })
  const name = nameOf(placed)
  const mark = MARKS[group.standing]
  const [first] = group.accountIds
  const ofConcerned = against
    ? view.decisions.filter(({ kind, accountId }) => kind === 'CONCERNED' && group.accountIds.includes(accountId))
    : []
  const marked = new Set(ofConcerned.map(({ accountId }) => accountId))
  const shared = { claimId: view.claimId, others, reasons: reasons.decide }
  return (
    <article
      id={id}
      tabIndex={-1}
      className={classes.card}
      data-standing={group.standing}
      aria-labelledby={`${id}-name`}
    >
      <div className={classes.kick}>
        <Glyph shape={mark.shape} tone={mark.tone} />
        <span>
          {kindOf(placed)}
          {' · '}
          {t('graph.accounts', { count: group.accountIds.length })}
          {ofConcerned.length > 0 && ` · ${independence('ofConcerned')}`}
        </span>
      </div>
      <h3 id={`${id}-name`} className={classes.name}>
        {name}
      </h3>
      <ol className={classes.accounts}>
        {group.accountIds.flatMap((accountId) => {
          const account = view.accounts.find((each) => each.id === accountId)
          const count = counts.get(accountId)
          if (!account || count === undefined) return []
          const mode = group.standing === 'undetermined' ? 'decide' : group.accountIds.length > 1 ? 'part' : null
          return [
            <AccountLine key={accountId} account={account} view={view}>
              {against && !marked.has(accountId) && (
                <DecideButton {...shared} mode="concerned" accountId={accountId} count={count} name={name} />
              )}
              {mode && <DecideButton {...shared} mode={mode} accountId={accountId} count={count} name={name} />}
            </AccountLine>,
          ]
        })}
      </ol>
      <ul className={classes.rules} aria-label={t('groups.why')}>
        {group.rules
          .filter((each) => each !== 'decided' || group.decisionIds.length === 0)
          .map((each) => (
            <li key={each}>{rule(each)}</li>
          ))}
      </ul>
      {view.decisions
        .filter((decision) => group.decisionIds.includes(decision.id) || ofConcerned.includes(decision))
        .map((decision) => (
          <DecisionLine key={decision.id} decision={decision} view={view} reasons={reasons.takeBack} />
        ))}
      {group.standing !== 'undetermined' && others.length > 0 && first && (
        <div className={classes.foot}>
          <DecideButton {...shared} mode="join" accountId={first} count={counts.get(first) ?? 0} name={name} />
        </div>
      )}
    </article>
  )
}

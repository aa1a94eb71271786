import { useTranslations } from 'next-intl'
import { Glyph } from '@/app/_ui/glyph'
import type { SideCount } from '@/lib/independence/origins'
import type { AccountLabel } from '@/lib/independence/queries'
import classes from './independence.module.css'

interface OriginGroupsProps {
  title: string
  side: SideCount
  labels: Record<string, AccountLabel>
}

/** The groups of one side: each origin, the accounts that lead to it, and the rule that says so. */
export function OriginGroups({ title, side, labels }: OriginGroupsProps) {
  const t = useTranslations('independence')
  return (
    <>
      <h3 className={classes.side}>{title}</h3>
      <ul className={classes.list}>
        {side.groups.map((group) => {
          const accounts = group.accountIds.flatMap((id) => {
            const label = labels[id]
            return label ? [t(`account.${label.kind}`, { number: label.number })] : []
          })
          return (
            <li key={group.accountIds[0]} className={classes.group}>
              <Glyph
                shape={group.determined ? 'full' : 'question'}
                tone={group.determined ? 'accent' : 'warning'}
                label={group.determined ? t('oneOrigin') : t('notDetermined')}
              />
              <span>
                <span className={classes.origin}>{group.origin?.name ?? t('noSource')}</span>
                {` · ${accounts.join(', ')}`}
              </span>
              <span className={classes.why}>{group.rules.map((rule) => t(`rule.${rule}`)).join(' ')}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

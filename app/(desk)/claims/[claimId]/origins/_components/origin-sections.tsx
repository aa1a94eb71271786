import { useTranslations } from 'next-intl'
import { Section } from '@/app/_ui/section'
import { type NumberedGroup, numberGroups } from '@/lib/graph/origin-graph'
import type { IndependenceView } from '@/lib/independence/view'
import { AppearanceLine } from './appearance-line'
import { DecidedFocus } from './decided-focus'
import { GroupCard } from './group-card'
import type { OriginReasons } from './origin-reasons'
import classes from './origins.module.css'

/** The groups of appearances: what a person has to decide first, then each side, then what counts nowhere. */
export function OriginSections({ view, reasons }: { view: IndependenceView; reasons: OriginReasons }) {
  const t = useTranslations('origins')
  const groups = numberGroups(view)
  const isOpen = ({ group }: NumberedGroup) => group.standing === 'undetermined'
  const parts = [
    { title: t('toDecide.title'), text: t('toDecide.text'), groups: groups.filter(isOpen) },
    { title: t('groups.for'), text: null, groups: groups.filter((each) => !each.against && !isOpen(each)) },
    { title: t('groups.against'), text: null, groups: groups.filter((each) => each.against && !isOpen(each)) },
  ]
  const elsewhere = view.appearances.filter(({ side }) => side === 'neither')
  return (
    <div className={classes.sections}>
      <DecidedFocus stamp={view.decisions.map(({ id }) => id).join(' ')} />
      {parts
        .filter((part) => part.groups.length > 0)
        .map((part) => (
          <div key={part.title} className={classes.part} data-many={part.groups.length > 2 || undefined}>
            <Section title={part.title} count={part.groups.length}>
              {part.text && <p className={classes.lead}>{part.text}</p>}
              <div className={classes.cards}>
                {part.groups.map((placed) => (
                  <GroupCard key={placed.group.key} placed={placed} view={view} reasons={reasons} />
                ))}
              </div>
            </Section>
          </div>
        ))}
      {elsewhere.length > 0 && (
        <div className={classes.part} data-many>
          <Section title={t('notCounted.title')} count={elsewhere.length}>
            <p className={classes.lead}>{t('notCounted.text')}</p>
            <ul className={classes.appearances}>
              {elsewhere.map((appearance) => (
                <AppearanceLine key={appearance.id} appearance={appearance} view={view} />
              ))}
            </ul>
          </Section>
        </div>
      )}
    </div>
  )
}

import { Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { PartGroup } from '@/lib/import/parts'
import classes from './intake.module.css'

interface PartsListProps {
  groups: readonly PartGroup[]
  toggled: readonly number[]
  disabled: boolean
  onToggle: (group: number) => void
}

/** What is set apart from the text, or may be: each with what it was read as, to be taken back in or left out. */
export function PartsList({ groups, toggled, disabled, onToggle }: PartsListProps) {
  const t = useTranslations('import.parts')
  if (groups.length === 0) return null
  return (
    <fieldset className={classes.parts}>
      <legend className={classes.partsTitle}>{t('title')}</legend>
      <p className={classes.hint}>{t('help')}</p>
      <ul className={classes.partList}>
        {groups.map(({ kind, words, count, kept }, group) => {
          const isKept = kept !== toggled.includes(group)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the group's number is what it goes by
            <li key={group} data-out={isKept ? undefined : true}>
              <Checkbox
                checked={isKept}
                disabled={disabled}
                onChange={() => onToggle(group)}
                label={
                  <>
                    <span className={classes.partKind}>{t(`kind.${kind}`, { count })}</span>{' '}
                    <span className={classes.partWords} translate="no" dir="auto">
                      {words}
                    </span>
                  </>
                }
              />
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}

'use client'

import { NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { searchSourcesAction } from '@/app/(desk)/_actions/sources'
import { CountryInput } from '@/app/(desk)/_components/country-input'
import { SourcePicker } from '@/app/(desk)/_components/source-picker'
import { readQuantity } from '@/lib/figures/read-quantity'
import { FIGURE_POPULATIONS } from '@/lib/figures/schema'
import { nameKey } from '@/lib/sources/name-key'
import type { SourceValue } from '@/lib/sources/schema'
import type { SourceKind } from '@/prisma/generated/enums'
import { chosen, type FigureDraft } from './figure-draft'
import classes from './figures.module.css'
import { Proposal } from './proposal'

interface FigurePopulationProps {
  draft: FigureDraft
  onChange: (part: Partial<FigureDraft>) => void
  errorAt: (path: string) => string | undefined
}

const GROUPS: SourceKind[] = ['ORGANISATION']

/** The project's organisation that goes by a name, exactly; null while it is looked up and where there is none. */
function useNamedGroup(name: string | null): SourceValue | null {
  const [found, setFound] = useState<{ name: string; source: SourceValue | null } | null>(null)
  useEffect(() => {
    if (!name) return
    let isCurrent = true
    const ask = async () => {
      const hits = await searchSourcesAction(name, GROUPS).catch(() => [])
      const isNamed = (each: string) => nameKey(each) === nameKey(name)
      const source = hits.find((hit) => [hit.name, ...hit.aliases].some(isNamed)) ?? null
      if (isCurrent)
        setFound({ name, source: source && { id: source.id, name: source.name, kind: source.kind, role: source.role } })
    }
    void ask()
    return () => {
      isCurrent = false
    }
  }, [name])
  return found?.name === name ? found.source : null
}

/** Whom a figure counts: the population, which armed group where it is one, and the country. */
export function FigurePopulation({ draft, onChange, errorAt }: FigurePopulationProps) {
  const t = useTranslations('figure')
  const label = useTranslations()
  const words = draft.population === 'ARMED_GROUP' ? (readQuantity(draft.verbatim)?.group ?? null) : null
  const read = useNamedGroup(draft.group ? null : words)
  return (
    <>
      <div className={classes.pair}>
        <NativeSelect
          label={t('field.population')}
          value={draft.population}
          data={FIGURE_POPULATIONS.map((value) => ({ value, label: label(`population.${value}`) }))}
          onChange={(event) =>
            onChange({ population: chosen(FIGURE_POPULATIONS, event.currentTarget.value, draft.population) })
          }
        />
        <CountryInput
          label={t('field.nationality')}
          value={draft.nationality}
          error={errorAt('country') ?? errorAt('nationality')}
          onChange={(nationality) => onChange({ nationality })}
        />
      </div>
      {draft.population === 'ARMED_GROUP' && (
        <div>
          <SourcePicker
            label={t('field.group')}
            kinds={GROUPS}
            defaultKind="ORGANISATION"
            placeholder={words ?? t('help.group')}
            value={draft.group}
            onChange={(group) => onChange({ group })}
            error={errorAt('populationSourceId')}
          />
          {read && (
            <Proposal label={t('proposal.takeGroup', { name: read.name })} onTake={() => onChange({ group: read })}>
              {t('proposal.read')} <b dir="auto">{read.name}</b>
            </Proposal>
          )}
        </div>
      )}
    </>
  )
}

'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { SourceHit } from '@/lib/sources/queries/search-sources'
import type { SourceKind } from '@/prisma/generated/enums'
import { nearSourcesAction } from '../_actions/sources'
import classes from './source-picker.module.css'

const PAUSE_MS = 250

type Answer = { asked: string; hits: SourceHit[] }
const NOTHING: Answer = { asked: '', hits: [] }

/** Looks up which sources may be meant by a name that is being given, after a short pause, and at once when asked to. */
export function useNearSources(name: string, kind: SourceKind) {
  const [answer, setAnswer] = useState(NOTHING)
  const wanted = JSON.stringify([kind, name.trim()])
  const latest = useRef(wanted)
  useEffect(() => {
    latest.current = wanted
  })
  const look = useCallback(async (): Promise<SourceHit[]> => {
    // Without an answer nothing is offered: a name can be given all the same.
    const hits = name.trim() ? await nearSourcesAction(name.trim(), kind).catch(() => []) : []
    if (latest.current === wanted) setAnswer({ asked: wanted, hits })
    return hits
  }, [name, kind, wanted])
  useEffect(() => {
    const timer = setTimeout(look, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [look])
  const isAnswered = answer.asked === wanted
  return { hits: isAnswered ? answer.hits : [], isAnswered, look }
}

/** "Did you mean …?": each can be taken in place of the new one. */
export function NearSources({ hits, onTake }: { hits: readonly SourceHit[]; onTake: (hit: SourceHit) => void }) {
  const t = useTranslations('source')
  return (
    <div role="status">
      {hits.length > 0 && (
        <div className={classes.near}>
          <p className={classes.nearTitle}>{t('didYouMean')}</p>
          <ul className={classes.nearList}>
            {hits.map((hit) => (
              <li key={hit.id}>
                <Button size="compact-sm" onClick={() => onTake(hit)}>
                  {t('useExisting', { name: hit.name })}
                </Button>
                <span className={classes.facts}>
                  {[t(`kind.${hit.kind}`), hit.role, hit.parent?.name, ...hit.aliases].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

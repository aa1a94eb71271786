'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { ActionError } from '@/app/_ui/action-result'
import { FormError } from '@/app/_ui/form-error'
import { Note } from '@/app/_ui/note'
import { useAction } from '@/app/_ui/use-action'
import type { ChainView } from '@/lib/attributions/queries'
import type { ClaimView } from '@/lib/claims/queries'
import { newId } from '@/lib/ids'
import { saveAttributionAction } from '../../actions/attribution'
import { useWorkbench } from '../workbench-context'
import classes from './attribution.module.css'
import { draftOfHop, hopInputOf, lostWords, newHop, type WordsText } from './hop-draft'
import { HopsEditor } from './hops-editor'

interface ChainFormProps {
  claim: ClaimView
  /** Left out for a new chain. */
  chain?: ChainView
  /** Opens with one more hop at the end. */
  withNewHop?: boolean
  onClose: () => void
}

const LOST: ActionError = { code: 'invalid', reasons: [{ key: 'attribution.wordsNotInText' }] }

/** One chain of a claim, new or changed; what was entered stays when it is refused. */
export function ChainForm({ claim, chain, withNewHop = false, onClose }: ChainFormProps) {
  const t = useTranslations('attribution.edit')
  const { shown, readSelection } = useWorkbench()
  const [id] = useState(() => chain?.id ?? newId())
  // The version that this person began from: a colleague's later one is a conflict, not lost.
  const [version] = useState(chain?.version ?? null)
  const [hops, setHops] = useState(() => [...(chain?.hops ?? []).map(draftOfHop), ...(withNewHop ? [newHop()] : [])])
  const [lost, setLost] = useState<ActionError | null>(null)
  const { run, pending, error, errorAt } = useAction(saveAttributionAction, { onSuccess: onClose })
  const text = useMemo((): WordsText => {
    const here = claim.spans.find((span) => span.versionId === shown.versionId)
    return { text: shown.text, near: here ?? { start: 0, end: 0 }, readSelection }
  }, [claim.spans, shown, readSelection])
  const save = () => {
    const isLost = lostWords(hops).length > 0
    setLost(isLost ? { ...LOST } : null)
    if (!isLost) void run({ id, claimId: claim.id, version, versionId: shown.versionId, hops: hops.map(hopInputOf) })
  }
  return (
    <form
      className={classes.form}
      aria-label={chain ? t('change') : t('new')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <FormError error={lost ?? error} />
      {hops.length === 0 && <Note tone="accent">{t('noHop')}</Note>}
      <HopsEditor
        hops={hops}
        onChange={setHops}
        errorAt={(index, field) => errorAt(`hops.${index}.${field}`)}
        text={text}
      />
      <div className={classes.foot}>
        <Button type="submit" variant="filled" loading={pending}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  )
}

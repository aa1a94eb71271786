'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { SourcePicker } from '@/app/(desk)/_components/source-picker'
import { EvidenceDirectness } from '@/prisma/generated/enums'
import type { WordsText } from '../hops/hop-draft'
import { HopsEditor } from '../hops/hops-editor'
import classes from './evidence.module.css'
import type { EvidenceDraft } from './evidence-draft'
import type { ArticleText } from './use-article-text'

interface EvidenceMoreProps {
  draft: EvidenceDraft
  onChange: (part: Partial<EvidenceDraft>) => void
  errorAt: (path: string) => string | undefined
  article: ArticleText | null
}

const DIRECTNESS = Object.values(EvidenceDirectness)
const CREDIBILITY = ['1', '2', '3', '4', '5', '6'] as const

/** What is not always asked: who says so in the evidence itself, how direct and credible it is, when it was captured. */
export function EvidenceMore({ draft, onChange, errorAt, article }: EvidenceMoreProps) {
  const t = useTranslations('evidence')
  const label = useTranslations()
  const { way, passage, hops } = draft
  const text: WordsText | null =
    way === 'passage' && article && passage?.versionId === article.versionId
      ? { text: article.text, near: passage.place }
      : null
  return (
    <>
      {way !== 'search' && (
        <details className={classes.more} open={hops.length > 0 || undefined}>
          <summary>{t('chain')}</summary>
          <div className={classes.fields}>
            <p className={classes.help}>{t('help.chain')}</p>
            <HopsEditor
              hops={hops}
              onChange={(changed) => onChange({ hops: changed })}
              errorAt={(index, field) => errorAt(`attribution.hops.${index}.${field}`)}
              text={text}
            />
          </div>
        </details>
      )}
      <details className={classes.more}>
        <summary>{t('more')}</summary>
        <div className={classes.fields}>
          {way === 'passage' && (
            <SourcePicker
              label={t('field.source')}
              description={draft.source ? undefined : t('help.articleIsSource')}
              value={draft.source}
              onChange={(source) => onChange({ source })}
              error={errorAt('sourceId')}
            />
          )}
          <div className={classes.pair}>
            <NativeSelect
              label={t('field.directness')}
              value={draft.directness}
              data={DIRECTNESS.map((value) => ({ value, label: label(`directness.${value}`) }))}
              onChange={(event) =>
                onChange({
                  directness: DIRECTNESS.find((each) => each === event.currentTarget.value) ?? draft.directness,
                })
              }
            />
            <NativeSelect
              label={t('field.credibility')}
              value={draft.credibility}
              data={[
                { value: '', label: t('credibility.none') },
                ...CREDIBILITY.map((value) => ({ value, label: t(`credibility.${value}`) })),
              ]}
              onChange={(event) => onChange({ credibility: event.currentTarget.value })}
              error={errorAt('credibility')}
            />
          </div>
          <TextInput
            type="datetime-local"
            label={t('field.capturedAt')}
            value={draft.capturedAt}
            onChange={(event) => onChange({ capturedAt: event.currentTarget.value })}
            error={errorAt('capturedAt')}
          />
        </div>
      </details>
    </>
  )
}

'use client'

import { Radio, Stack, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { SourceCandidate, SourceValue } from '@/lib/sources/schema'
import classes from '../attribution/attribution.module.css'
import { wantsApart } from './named-apart'
import type { VoiceAnswer } from './voice-answers'

const OTHER = 'other'

interface VoiceChoiceProps {
  /** As it was read: with those that may be meant. */
  source: SourceValue
  /** Null: nobody has said. Nothing is chosen in a person's place. */
  answer: VoiceAnswer | null
  onAnswer: (answer: VoiceAnswer) => void
  /** Taking was tried without an answer: what is missing is said. */
  isMissed?: boolean
}

/** Who is meant by a name that does not say it: one that the desk has, with what tells it apart, or another. */
export function VoiceChoice({ source, answer, onAnswer, isMissed = false }: VoiceChoiceProps) {
  const t = useTranslations('attribution.voice')
  const candidates = source.fresh?.candidates ?? []
  const other = answer && 'other' in answer ? answer.other : null
  const chosen = answer && 'candidate' in answer ? answer.candidate.id : other === null ? null : OTHER
  const choose = (value: string) => {
    const candidate = candidates.find(({ id }) => id === value)
    onAnswer(candidate ? { candidate } : { other: other ?? '' })
  }
  const lacksApart = wantsApart(source) && other !== null && other.trim() === ''
  return (
    <div className={classes.voice} data-voice={source.id}>
      <Radio.Group
        label={t('which', { name: source.name })}
        description={t('help')}
        error={isMissed && chosen === null ? t('missing') : undefined}
        value={chosen}
        onChange={choose}
      >
        <Stack gap={6} mt={6}>
          {candidates.map((candidate) => (
            <Radio
              key={candidate.id}
              value={candidate.id}
              label={candidate.name}
              description={<CandidateFacts candidate={candidate} />}
            />
          ))}
          <Radio value={OTHER} label={t('other')} />
        </Stack>
      </Radio.Group>
      {other !== null && wantsApart(source) && (
        <TextInput
          label={t('apart')}
          description={lacksApart ? undefined : t('apartName', { name: source.name, apart: other.trim() })}
          error={isMissed && lacksApart ? t('apartMissing') : undefined}
          required
          maxLength={100}
          value={other}
          onChange={(event) => onAnswer({ other: event.currentTarget.value })}
        />
      )}
    </div>
  )
}

/** Kind, role, institution, what it is part of, an article and the claims of a source, in one line. */
function CandidateFacts({ candidate }: { candidate: SourceCandidate }) {
  const t = useTranslations('attribution.voice')
  const kind = useTranslations('source.kind')
  const { role, parent, whole, article, claims } = candidate
  const facts = [kind(candidate.kind), role, parent, whole, article && t('article', { title: article })]
  return <>{[...facts, claims !== null && t('claims', { count: claims })].filter(Boolean).join(' · ')}</>
}

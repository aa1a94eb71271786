import { typedZone } from '@/lib/dates/time-zones'
import { draftOf, type WorldDateDraft, worldDateOf } from '@/lib/dates/world-date'
import type { EventValue } from '@/lib/events/schema'
import type { SourceValue } from '@/lib/sources/schema'
import type { ReferredWarning, WarningView } from '@/lib/warnings/queries'
import type { WarningWords } from '@/lib/warnings/warning-words'

export type WarningText =
  | 'audience'
  | 'refersTo'
  | 'threatActor'
  | 'attackType'
  | 'targets'
  | 'areas'
  | 'windowVerbatim'
  | 'windowOnset'
  | 'windowExpires'
  | 'windowOnsetTime'
  | 'windowExpiresTime'
  | 'windowZone'
  | 'instruction'
  | 'likelihood'
type WarningChoiceField = 'messageType' | 'urgency' | 'severity' | 'certainty' | 'outcome'

/** A warning while somebody enters it: texts as typed, sources as picked. */
export type WarningDraft = Pick<WarningView, WarningChoiceField> &
  Record<WarningText, string> & {
    sent: WorldDateDraft
    issuer: SourceValue | null
    onBehalfOf: SourceValue | null
    event: EventValue | null
    referred: ReferredWarning | null
  }

/** What a first warning starts from: who its chain ends at, and the passages whose sentences are read. */
export type WarningStart = Pick<WarningView, 'issuer' | 'onBehalfOf' | 'sent' | 'event'> & {
  spans: readonly { versionId: string; start: number; end: number }[]
}

/** The fields that a first warning begins with, and whether any of them has been read. */
export function firstDraft({ spans: _, ...known }: WarningStart, words: WarningWords) {
  const draft: WarningDraft = {
    ...draftOfWarning(null),
    ...{ issuer: known.issuer, onBehalfOf: known.onBehalfOf, event: known.event, sent: draftOf(known.sent) },
    audience: words.audience ?? '',
    instruction: words.instruction ?? '',
    likelihood: words.likelihood ?? '',
    windowVerbatim: words.windowVerbatim ?? '',
  }
  const isRead = [known.issuer, known.sent, ...Object.values(words)].some((each) => each !== null)
  return { draft, isRead }
}

/** What the form starts from. */
export function draftOfWarning(warning: WarningView | null): WarningDraft {
  const text = (name: WarningText) => warning?.[name] ?? ''
  return {
    messageType: warning?.messageType ?? 'ALERT',
    urgency: warning?.urgency ?? 'UNKNOWN',
    severity: warning?.severity ?? 'UNKNOWN',
    certainty: warning?.certainty ?? 'UNKNOWN',
    outcome: warning?.outcome ?? 'NOT_KNOWN',
    sent: draftOf(warning?.sent ?? null),
    issuer: warning?.issuer ?? null,
    onBehalfOf: warning?.onBehalfOf ?? null,
    event: warning?.event ?? null,
    referred: warning?.refersToWarning ?? null,
    audience: text('audience'),
    refersTo: text('refersTo'),
    threatActor: text('threatActor'),
    attackType: text('attackType'),
    targets: text('targets'),
    areas: text('areas'),
    windowVerbatim: text('windowVerbatim'),
    windowOnset: text('windowOnset'),
    windowExpires: text('windowExpires'),
    windowOnsetTime: text('windowOnsetTime'),
    windowExpiresTime: text('windowExpiresTime'),
    windowZone: text('windowZone'),
    instruction: text('instruction'),
    likelihood: text('likelihood'),
  }
}

/** What the form sends. A first alert refers to nothing. */
export const warningFieldsOf = ({ sent, issuer, onBehalfOf, event, referred, ...fields }: WarningDraft) => ({
  ...fields,
  windowZone: typedZone(fields.windowZone),
  sent: worldDateOf(sent),
  issuerId: issuer?.id ?? null,
  onBehalfOfId: onBehalfOf?.id ?? null,
  eventId: event?.id ?? null,
  refersToId: fields.messageType === 'ALERT' ? null : (referred?.id ?? null),
})

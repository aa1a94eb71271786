import { z } from 'zod'
import { optionalDay, optionalText, optionalTime, optionalWorldDate, seenVersion, timeZone } from '@/lib/fields'
import { claimId, eventId, sourceId, warningId } from '@/lib/ids'
import {
  WarningCertainty,
  WarningMessageType,
  WarningOutcome,
  WarningSeverity,
  WarningUrgency,
} from '@/prisma/generated/enums'

const optionalId = <Id extends z.ZodType>(id: Id) => id.nullish().transform((given) => given ?? null)

// A warning says at least one of these; the rest has a value for "not known".
const CONTENT = [
  'issuerId',
  'onBehalfOfId',
  'audience',
  'threatActor',
  'attackType',
  'targets',
  'areas',
  'instruction',
  'likelihood',
] as const

/** A claim's warning whole. `version` is the one that the person saw; null makes the claim's first. */
export const saveWarningInput = z
  .object({
    id: warningId,
    claimId,
    version: seenVersion.nullable(),
    issuerId: optionalId(sourceId),
    onBehalfOfId: optionalId(sourceId),
    audience: optionalText(300),
    sent: optionalWorldDate,
    messageType: z.enum(WarningMessageType).default(WarningMessageType.ALERT),
    refersTo: optionalText(1000),
    refersToId: optionalId(warningId),
    eventId: optionalId(eventId),
    threatActor: optionalText(300),
    attackType: optionalText(300),
    targets: optionalText(1000),
    areas: optionalText(1000),
    urgency: z.enum(WarningUrgency).default(WarningUrgency.UNKNOWN),
    severity: z.enum(WarningSeverity).default(WarningSeverity.UNKNOWN),
    certainty: z.enum(WarningCertainty).default(WarningCertainty.UNKNOWN),
    windowVerbatim: optionalText(300),
    windowOnset: optionalDay,
    windowExpires: optionalDay,
    windowOnsetTime: optionalTime,
    windowExpiresTime: optionalTime,
    windowZone: timeZone,
    instruction: optionalText(2000),
    likelihood: optionalText(500),
    outcome: z.enum(WarningOutcome).default(WarningOutcome.NOT_KNOWN),
  })
  .superRefine((warning, issues) => {
    if (CONTENT.every((field) => warning[field] === null))
      issues.addIssue({ code: 'custom', message: 'warning.empty', path: ['audience'] })
    const { windowOnset, windowExpires, windowOnsetTime, windowExpiresTime } = warning
    const without = (path: string) =>
      issues.addIssue({ code: 'custom', message: 'warning.timeWithoutDay', path: [path] })
    if (windowOnsetTime && !windowOnset) without('windowOnset')
    if (windowExpiresTime && !windowExpires) without('windowExpires')
    const isTurned =
      windowOnset === windowExpires
        ? windowOnsetTime && windowExpiresTime && windowOnsetTime > windowExpiresTime
        : windowOnset && windowExpires && windowOnset > windowExpires
    if (isTurned) issues.addIssue({ code: 'custom', message: 'warning.windowOrder', path: ['windowExpires'] })
    if (warning.messageType !== WarningMessageType.ALERT && !warning.refersTo && !warning.refersToId)
      issues.addIssue({ code: 'custom', message: 'warning.refersToNothing', path: ['refersTo'] })
    if (warning.messageType === WarningMessageType.ALERT && warning.refersToId)
      issues.addIssue({ code: 'custom', message: 'warning.alertRefers', path: ['refersToId'] })
  })

export const removeWarningInput = z.object({ id: warningId, claimId, version: seenVersion })

/** A zone says nothing without a time. */
export const windowZoneOf = (window: {
  windowOnsetTime: string | null
  windowExpiresTime: string | null
  windowZone: string | null
}) => (window.windowOnsetTime || window.windowExpiresTime ? window.windowZone : null)

export type WarningInput = z.output<typeof saveWarningInput>
export type WarningFields = Omit<WarningInput, 'id' | 'claimId' | 'version'>
export type SeenWarning = z.output<typeof removeWarningInput>

// In the order in which the screens offer them.
export const MESSAGE_TYPES = Object.values(WarningMessageType)
export const URGENCIES = Object.values(WarningUrgency)
export const SEVERITIES = Object.values(WarningSeverity)
export const WARNING_CERTAINTIES = Object.values(WarningCertainty)
export const OUTCOMES = [
  WarningOutcome.NOT_KNOWN,
  ...Object.values(WarningOutcome).filter((each) => each !== WarningOutcome.NOT_KNOWN),
]

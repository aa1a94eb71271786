import { CheckedAspect, ClaimCategory } from '@/prisma/generated/enums'

/** What is checked unless a person says otherwise: words for statements and warnings, else the content. */
export const defaultChecked = (claimCategory: ClaimCategory): CheckedAspect =>
  claimCategory === ClaimCategory.STATEMENT || claimCategory === ClaimCategory.THREAT_WARNING
    ? CheckedAspect.UTTERANCE
    : CheckedAspect.CONTENT

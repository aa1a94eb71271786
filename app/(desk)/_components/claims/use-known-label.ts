import { useTranslations } from 'next-intl'

type Key = Parameters<ReturnType<typeof useTranslations<never>>['has']>[0]

/** Names what comes as data, by a message's whole key; null for what the messages do not know. */
export function useKnownLabel() {
  const label = useTranslations()
  return (key: string, values?: Record<string, string | number>): string | null => {
    // What was kept with a verdict is plain text: `has` is the check which makes the narrowing true.
    const known = key as Key
    return label.has(known) ? label(known, values) : null
  }
}

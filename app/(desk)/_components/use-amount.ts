import { useTranslations } from 'next-intl'
import { leadingNumber, type Quantity } from '@/lib/figures/quantity'

/** "170 tués", "au moins 13 blessés", "de 10 à 20 soldats (le plus probable : 12)". */
export const useAmount = (quantity: Quantity) => useAmounts()(quantity)

/** What says any number of quantities so. */
export function useAmounts(): (quantity: Quantity) => string {
  const t = useTranslations('figure')
  const label = useTranslations('measure')
  return ({ measure, qualifier, unit, low, best, high }) => {
    const number = leadingNumber({ measure, qualifier, unit, low, best, high })
    const counted = number ?? high ?? best ?? low ?? 2
    const noun = measure === 'OTHER' ? (unit ?? label('OTHER')) : t(`counted.${measure}`, { count: Math.abs(counted) })
    if (qualifier === 'VAGUE') {
      const vague = t('amount.VAGUE', { noun })
      return low === null ? vague : `${vague} ${t('leastOf', { low })}`
    }
    if (number === null) {
      const range = t('amount.RANGE', { low: low ?? 0, high: high ?? 0, noun })
      return best === null ? range : `${range} ${t('best', { best })}`
    }
    const amount = t(`amount.${qualifier}`, { number, noun })
    return low !== null && high !== null && low !== high ? `${amount} ${t('bounds', { low, high })}` : amount
  }
}

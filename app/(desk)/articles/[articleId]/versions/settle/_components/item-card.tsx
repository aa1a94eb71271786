import { Group } from '@mantine/core'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ActionError } from '@/app/_ui/action-result'
import { FormError } from '@/app/_ui/form-error'
import { Kbd } from '@/app/_ui/key-hint'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { sliceCodePoints, type TextRange } from '@/lib/text/code-points'
import type { SettlingItem } from '@/lib/versions/queries/get-settling'
import classes from '../../_components/versions.module.css'
import { StandingPill } from './standing-pill'

interface ItemCardProps {
  articleId: string
  item: SettlingItem
  newest: { text: string }
  error: ActionError | null
  isPending: boolean
  onTake: (place: TextRange) => void
  onTakeSelected: () => void
  onLetGo: () => void
  onReopen: () => void
}

const KEYS = [
  ['J / K', 'keyNext'],
  ['1 … 8', 'keyChoose'],
  ['M', 'keyMark'],
  ['X', 'keyLetGo'],
  ['U', 'keyReopen'],
] as const

/** One thing to settle: its words, where they may stand now, and what can be done. */
export function ItemCard({ articleId, item, newest, error, isPending, ...on }: ItemCardProps) {
  const t = useTranslations('versions')
  const locale = useLocale()
  const { candidates, refusals, state, claim, taken } = item
  const alike = (similarity: number) =>
    similarity.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <section className={classes.card} aria-label={t('current')} aria-busy={isPending}>
      <Group gap="xs">
        <StandingPill item={item} />
        <Link href={`/articles/${articleId}?claim=${claim.id}`}>{t('claimNumber', { number: claim.number })}</Link>
        <span>{t(`kind.${item.kind}`)}</span>
        {item.settledBy && state !== 'OPEN' && <span>{t('settledBy', { name: item.settledBy })}</span>}
      </Group>
      <p className={classes.words} translate="no" dir="auto">
        {item.span.exact}
      </p>
      <p>{taken ? t('standsNow') : t(`explain.${item.outcome}`)}</p>
      {taken && (
        <p className={classes.words} translate="no" dir="auto">
          {sliceCodePoints(newest.text, taken.start, taken.end)}
        </p>
      )}
      <FormError error={error} />
      {state === 'OPEN' && candidates.length > 0 && (
        <ol className={classes.rows}>
          {candidates.map(({ start, end, similarity }, index) => (
            <li key={`${start} ${end}`} className={classes.row}>
              <p className={classes.words} translate="no" dir="auto">
                {sliceCodePoints(newest.text, start, end)}
              </p>
              <ReasonedButton reasons={refusals} onClick={() => on.onTake({ start, end })} disabled={isPending}>
                {candidates.length === 1
                  ? t('confirm', { alike: alike(similarity) })
                  : t('choose', { number: index + 1, alike: alike(similarity) })}
              </ReasonedButton>
            </li>
          ))}
        </ol>
      )}
      <Group gap="xs" mt="sm">
        {state === 'OPEN' ? (
          <>
            <ReasonedButton reasons={refusals} onClick={on.onTakeSelected} disabled={isPending}>
              {t('markSelected')}
            </ReasonedButton>
            <ReasonedButton reasons={refusals} onClick={on.onLetGo} disabled={isPending}>
              {t('letGo')}
            </ReasonedButton>
          </>
        ) : (
          <ReasonedButton reasons={refusals} onClick={on.onReopen} disabled={isPending}>
            {t('reopen')}
          </ReasonedButton>
        )}
      </Group>
      <div className={classes.keys}>
        {candidates.length === 1 && <KeyLine keys={t('enter')} text={t('keyConfirm')} />}
        {KEYS.map(([keys, text]) => (
          <KeyLine key={text} keys={keys} text={t(text)} />
        ))}
      </div>
    </section>
  )
}

const KeyLine = ({ keys, text }: { keys: string; text: string }) => (
  <span>
    <Kbd keys={keys} /> {text}
  </span>
)

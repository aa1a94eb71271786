import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import Form from 'next/form'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type AskedClaims, FOUND_LANGUAGES } from '@/lib/claims/claim-address'
import { CLAIM_ORDERS, FOUND_DUES, FOUND_ORIGINS, FOUND_STATES, NOT_RATED } from '@/lib/claims/find-schema'
import { CheckedAspect, ClaimCategory } from '@/prisma/generated/enums'
import { type RatingLook, ratingLabel } from '../../_components/claims/rating-pill'
import classes from './claims.module.css'

type Option = { value: string; label: string }
interface ClaimFilterProps {
  asked: AskedClaims
  query: Record<string, string>
  people: { id: string; name: string }[]
  ratings: RatingLook[]
  me: string
}

/** Search and filters over all claims; all of it lives in the address. */
export function ClaimFilter({ asked, query, people, ratings, me }: ClaimFilterProps) {
  const t = useTranslations('claims')
  const [category, state, checked] = [useTranslations('category'), useTranslations('state'), useTranslations('checked')]
  const locale = useLocale()
  const select = (name: string, options: Option[], all = t('any')) => (
    <NativeSelect
      key={`${name} ${query[name] ?? ''}`}
      name={name}
      label={t(`filter.${name as 'state'}`)}
      defaultValue={query[name] ?? ''}
      data={[{ value: '', label: all }, ...options]}
    />
  )
  const persons = [
    { value: 'me', label: t('me') },
    ...people.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name })),
    { value: 'nobody', label: t('nobody') },
  ]
  const more = [asked.checked, asked.reviewer, asked.origins, asked.due, asked.language].some(Boolean)
  // What a list is kept to by a link stays while its other filters change.
  const kept = (['source', 'place', 'event', 'article', 'tag'] as const).filter((name) => query[name])
  return (
    <Form action="/claims" role="search" aria-label={t('filter.label')} className={classes.filter}>
      {kept.map((name) => (
        <input key={name} type="hidden" name={name} value={query[name]} />
      ))}
      <TextInput
        key={`q ${asked.search}`}
        type="search"
        name="q"
        defaultValue={asked.search}
        label={t('filter.search')}
        description={t('filter.searchHelp')}
        maxLength={200}
        className={classes.searchField}
      />
      <div className={classes.selects}>
        {select(
          'state',
          FOUND_STATES.map((value) => ({ value, label: value === 'UNDONE' ? t('undone') : state(value) })),
        )}
        {select(
          'category',
          Object.values(ClaimCategory).map((value) => ({ value, label: category(value) })),
        )}
        {select('checker', persons)}
        {select('rating', [
          ...ratings.map((rating) => ({ value: rating.key, label: ratingLabel(rating, locale) })),
          { value: NOT_RATED, label: t('notRated') },
        ])}
        {select(
          'order',
          CLAIM_ORDERS.slice(1).map((value) => ({ value, label: t(`orders.${value}`) })),
          t('orders.newest'),
        )}
      </div>
      <details className={classes.more} open={more || undefined}>
        <summary>{t('filter.more')}</summary>
        <div className={classes.selects}>
          {select(
            'checked',
            Object.values(CheckedAspect).map((value) => ({ value, label: checked(value) })),
          )}
          {select('reviewer', persons)}
          {select(
            'origins',
            FOUND_ORIGINS.map((value) => ({ value, label: t(`origins.${value}`) })),
          )}
          {select(
            'due',
            FOUND_DUES.map((value) => ({ value, label: t(`dues.${value}`) })),
          )}
          {select(
            'language',
            FOUND_LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) })),
          )}
        </div>
      </details>
      <div className={classes.buttons}>
        <Button type="submit">{t('filter.button')}</Button>
        <Checkbox
          key={`attention ${asked.attention}`}
          name="attention"
          value="1"
          defaultChecked={asked.attention}
          label={t('filter.attention')}
        />
        {Object.keys(query).some((name) => name !== 'order') && (
          <Link href="/claims" className={classes.clear}>
            {t('filter.clear')}
          </Link>
        )}
      </div>
    </Form>
  )
}

import { Button, NativeSelect, TextInput } from '@mantine/core'
import Form from 'next/form'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { CHAIN_PLACES, GRADES, LISTED_KINDS, SOURCE_ORDERS } from '@/lib/sources/schema'
import type { askedOf } from './source-address'
import classes from './sources.module.css'

/** Search and filters of the directory; all of it lives in the address. */
export function DirectoryFilter({ asked }: { asked: ReturnType<typeof askedOf> }) {
  const t = useTranslations('sources')
  const kindName = useTranslations('source.kind')
  const any = (label: string) => ({ value: '', label })
  const selects = [
    {
      ...{ name: 'kind', label: t('filter.kind'), value: asked.kind },
      options: LISTED_KINDS.map((value) => ({ value, label: value === 'ARTICLE' ? t('article') : kindName(value) })),
    },
    {
      ...{ name: 'place', label: t('filter.place'), value: asked.place },
      options: CHAIN_PLACES.map((value) => ({ value, label: t(`filter.places.${value}`) })),
    },
    {
      ...{ name: 'grade', label: t('filter.grade'), value: asked.grade },
      options: GRADES.map((value) => ({
        value,
        label: value === 'none' ? t('notJudged') : `${value} · ${t(`grade.${value}`)}`,
      })),
    },
  ]
  const isFiltered = Boolean(asked.search || asked.kind || asked.place || asked.grade)
  return (
    <Form action="/sources" role="search" aria-label={t('filter.label')} className={classes.filter}>
      <TextInput
        key={`q ${asked.search}`}
        type="search"
        name="q"
        defaultValue={asked.search}
        label={t('filter.search')}
        maxLength={200}
        className={classes.searchField}
      />
      {selects.map(({ name, label, value, options }) => (
        <NativeSelect
          key={`${name} ${value}`}
          name={name}
          label={label}
          defaultValue={value ?? ''}
          data={[any(t('filter.any')), ...options]}
        />
      ))}
      <NativeSelect
        key={`order ${asked.order}`}
        name="order"
        label={t('filter.order')}
        defaultValue={asked.order ?? ''}
        data={SOURCE_ORDERS.map((value) => ({
          value: value === 'name' ? '' : value,
          label: t(`filter.orders.${value}`),
        }))}
      />
      <div className={classes.filterButtons}>
        <Button type="submit">{t('filter.button')}</Button>
        {isFiltered && (
          <Link href="/sources" className={classes.clear}>
            {t('filter.clear')}
          </Link>
        )}
      </div>
    </Form>
  )
}

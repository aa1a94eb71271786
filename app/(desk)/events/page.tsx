import { Button, TextInput } from '@mantine/core'
import { IconCalendarEvent } from '@tabler/icons-react'
import Form from 'next/form'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getCtx } from '@/app/_server/actor'
import { AppPage } from '@/app/_ui/app-page'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHeader } from '@/app/_ui/page-header'
import { PageLinks } from '@/app/_ui/page-links'
import { Section } from '@/app/_ui/section'
import { permissionRefusals } from '@/lib/auth/permissions'
import { listEvents } from '@/lib/events/queries'
import { eventId } from '@/lib/ids'
import { WorldDateText } from '../_components/world-date-text'
import { AddEventButton } from './_components/event-buttons'
import classes from './_components/events.module.css'

type ListParams = Promise<Record<string, string | string[] | undefined>>
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

export async function generateMetadata() {
  return { title: (await getTranslations('event'))('title') }
}

export default async function EventsPage({ searchParams }: { searchParams: ListParams }) {
  const [ctx, parameters, t] = await Promise.all([getCtx(), searchParams, getTranslations('event')])
  const search = one(parameters.q)?.slice(0, 200) ?? ''
  const asked = Number(one(parameters.page))
  const wanted = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
  const after = eventId.safeParse(one(parameters.after)).data
  const { events, total, ...pages } = await listEvents(ctx, { search, page: wanted, after })
  const refusals = permissionRefusals('event:save', ctx.actor)
  return (
    <AppPage>
      <PageHeader title={t('title')} description={t('description')} actions={<AddEventButton reasons={refusals} />} />
      <Form action="/events" role="search" className={classes.filter}>
        <TextInput
          key={search}
          type="search"
          name="q"
          defaultValue={search}
          aria-label={t('search')}
          placeholder={t('search')}
          maxLength={200}
          className={classes.searchField}
        />
        <Button type="submit">{t('searchButton')}</Button>
      </Form>
      {events.length === 0 ? (
        <EmptyState icon={<IconCalendarEvent size={28} />} title={search ? t('emptyFound') : t('empty')} titleAs="h2">
          {search ? t('emptyFoundText') : t('emptyText')}
        </EmptyState>
      ) : (
        <Section title={t('all')} count={total} look="flush">
          <ul className={classes.list}>
            {events.map((event) => (
              <li key={event.id} className={classes.row}>
                <Link href={`/events/${event.id}`} className={classes.title} dir="auto">
                  {event.title}
                </Link>
                <div className={classes.meta}>
                  <WorldDateText value={event.happened} />
                  {event.place && <span>{event.place}</span>}
                  <span>{t('figures', { count: event.figures })}</span>
                  <span>{t('warnings', { count: event.warnings })}</span>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <PageLinks pages={pages} label={t('pages')} pathname="/events" query={{ ...(search && { q: search }) }} />
    </AppPage>
  )
}

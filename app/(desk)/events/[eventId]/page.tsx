import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { getCtx } from '@/app/_server/actor'
import { orNotFound } from '@/app/_server/found'
import { AppPage } from '@/app/_ui/app-page'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Section } from '@/app/_ui/section'
import { permissionRefusals } from '@/lib/auth/permissions'
import { getEvent } from '@/lib/events/queries'
import { contradictions } from '@/lib/figures/contradictions'
import { numberOfFigure } from '@/lib/figures/plot-layout'
import { listFiguresOfEvent } from '@/lib/figures/queries'
import { eventId as parseEventId } from '@/lib/ids'
import { listFigureOrigins } from '@/lib/independence/queries/figure-origins'
import { listWarningLines } from '@/lib/independence/queries/warning-lines'
import { WorldDateText } from '../../_components/world-date-text'
import { EditEventButton, RemoveEventButton } from '../_components/event-buttons'
import { WarningsTimeline } from '../_components/warnings-timeline'
import { ContradictionsList } from './_components/contradictions-list'
import classes from './_components/event.module.css'
import { FigurePlot } from './_components/figure-plot'
import { FiguresTable } from './_components/figures-table'

type Props = PageProps<'/events/[eventId]'>

const eventOf = cache(async (id: string) => {
  if (!parseEventId.safeParse(id).success) notFound()
  return orNotFound(getEvent(await getCtx(), id))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await eventOf((await params).eventId)).title }
}

export default async function EventPage({ params }: Props) {
  const [{ eventId }, ctx, t, tClaims] = await Promise.all([
    params,
    getCtx(),
    getTranslations('event'),
    getTranslations('claims'),
  ])
  const event = await eventOf(eventId)
  const [figures, lines] = await Promise.all([listFiguresOfEvent(ctx, event.id), listWarningLines(ctx, event.id)])
  const origins = await listFigureOrigins(ctx, figures)
  const found = contradictions(
    figures.map((figure) => {
      const own = origins.get(figure.id)?.origins ?? []
      const determined = own.flatMap(({ standing, origin }) => (standing === 'origin' && origin ? [origin.id] : []))
      return { ...figure, origins: determined }
    }),
  )
  const undrawn = figures.filter((figure) => numberOfFigure(figure) === null).length
  return (
    <AppPage
      width="wide"
      crumb={
        <>
          <Link href="/events">{t('title')}</Link> › <b dir="auto">{event.title}</b>
        </>
      }
    >
      <PageHeader
        title={event.title}
        description={
          <>
            <WorldDateText value={event.happened} />
            {event.place && ` · ${event.place}`}
          </>
        }
        actions={
          <>
            <LinkButton href={`/claims?event=${event.id}`}>{tClaims('ofEvent')}</LinkButton>
            <RemoveEventButton event={event} reasons={permissionRefusals('event:remove', ctx.actor)} />
            <EditEventButton event={event} reasons={permissionRefusals('event:save', ctx.actor)} />
          </>
        }
      />
      <div className={classes.page}>
        {event.note && <p className={classes.note}>{event.note}</p>}
        {found.length > 0 && <ContradictionsList found={found} figures={figures} />}
        <Section title={t('figuresTitle')} count={figures.length || undefined}>
          {figures.length === 0 ? (
            <EmptyState compact title={t('noFigures')}>
              {t('noFiguresText')}
            </EmptyState>
          ) : (
            <>
              <FigurePlot figures={figures} origins={origins} />
              {undrawn > 0 && <p className={classes.words}>{t('undrawn', { count: undrawn })}</p>}
              <FiguresTable figures={figures} origins={origins} />
            </>
          )}
        </Section>
        {lines.length > 0 && (
          <Section title={t('warningsTitle')} count={lines.length}>
            <WarningsTimeline lines={lines} happened={event.happened} />
          </Section>
        )}
      </div>
    </AppPage>
  )
}

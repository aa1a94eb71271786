import { IconFileUnknown } from '@tabler/icons-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BarePage } from './_ui/bare-page'
import { EmptyState } from './_ui/empty-state'
import { LinkButton } from './_ui/link-button'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('error.notFound')
  return { title: t('title') }
}

export default async function NotFound() {
  const t = await getTranslations('error.notFound')
  return (
    <BarePage>
      <EmptyState
        titleAs="h1"
        icon={<IconFileUnknown size={26} stroke={1.6} />}
        title={t('title')}
        action={
          <LinkButton href="/" variant="filled">
            {t('home')}
          </LinkButton>
        }
      >
        {t('text')}
      </EmptyState>
    </BarePage>
  )
}

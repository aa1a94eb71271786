import { IconFileUnknown } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { AppPage } from '../_ui/app-page'
import { EmptyState } from '../_ui/empty-state'
import { LinkButton } from '../_ui/link-button'

export default function ScreenNotFound() {
  const t = useTranslations('error.notFound')
  return (
    <AppPage>
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
    </AppPage>
  )
}

import { Skeleton, VisuallyHidden } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { AppPage } from '../_ui/app-page'

export default function ScreenLoading() {
  const t = useTranslations('ui')
  return (
    <AppPage>
      <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
      <div aria-hidden>
        <Skeleton height={30} width="45%" mb={10} />
        <Skeleton height={14} width="30%" mb={30} />
        <Skeleton height={220} radius={11} />
      </div>
    </AppPage>
  )
}

import { IconBrandStackshare } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'

/** Before anybody is known to tell the claim. */
export function NoAppearance({ href }: { href: string }) {
  const t = useTranslations('origins.empty')
  return (
    <EmptyState
      icon={<IconBrandStackshare size={26} />}
      title={t('title')}
      titleAs="h2"
      action={
        <LinkButton href={href} variant="filled">
          {t('action')}
        </LinkButton>
      }
    >
      {t('text')}
    </EmptyState>
  )
}

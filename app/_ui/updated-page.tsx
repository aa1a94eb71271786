'use client'

import { Button, Group } from '@mantine/core'
import { useTranslations } from 'next-intl'

/** Ways to the page as the server has it now: beside this one, so that what was typed can be copied over; or in its place. */
export function UpdatedPage({ isEmpty = false }: { isEmpty?: boolean }) {
  const t = useTranslations('ui.updated')
  // Shown only after something failed in the browser.
  const here = window.location.href
  return (
    <Group gap="xs" mt={8}>
      {!isEmpty && (
        <Button component="a" href={here} target="_blank" size="compact-sm">
          {t('open')}
        </Button>
      )}
      <Button variant="subtle" size="compact-sm" onClick={() => window.location.reload()}>
        {t(isEmpty ? 'reload' : 'reloadAnyway')}
      </Button>
    </Group>
  )
}

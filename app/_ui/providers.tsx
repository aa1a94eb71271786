'use client'

import { MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { withstandForeignChanges } from './foreign-changes'
import { ForeignChangesNotice } from './foreign-changes-notice'
import { cssVariablesResolver, theme } from './theme'

// Before React draws anything.
if (typeof document !== 'undefined') withstandForeignChanges()

export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  // A server action renders the layout anew with a nonce of its own, but the open document keeps the policy of its first one.
  const [documentNonce] = useState(nonce)
  useEffect(() => {
    // Where the scroll lock of dialogs looks for the nonce of the style that it adds.
    Object.assign(window, { __webpack_nonce__: documentNonce })
  }, [documentNonce])
  const close = useTranslations('ui')('close')
  const namedTheme = useMemo(() => {
    const defaultProps = { closeButtonProps: { 'aria-label': close } }
    return mergeThemeOverrides(theme, {
      components: { Modal: { defaultProps }, Drawer: { defaultProps }, Notification: { defaultProps } },
    })
  }, [close])
  return (
    <MantineProvider
      theme={namedTheme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => documentNonce}
    >
      <Notifications position="bottom-left" autoClose={6000} />
      <ForeignChangesNotice />
      {children}
    </MantineProvider>
  )
}

'use client'

import { Button, type ButtonProps } from '@mantine/core'
import Link from 'next/link'
import type { ReactNode } from 'react'

interface LinkButtonProps extends ButtonProps {
  href: string
  /** For files and other addresses that are no page: a plain link, without the router. */
  external?: boolean
  download?: boolean | string
  children: ReactNode
}

/** A link in the look of a button. Server components cannot hand `component={Link}` to Mantine; this can be used in both. */
export function LinkButton({ href, external = false, download, ...rest }: LinkButtonProps) {
  return external || download !== undefined ? (
    <Button component="a" href={href} download={download} {...rest} />
  ) : (
    <Button component={Link} href={href} {...rest} />
  )
}

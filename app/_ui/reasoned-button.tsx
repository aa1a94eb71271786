'use client'

import { Button, type ButtonProps, Popover } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type ComponentPropsWithoutRef, type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import type { RefusalReason } from './action-result'
import classes from './reasoned-button.module.css'
import { useReasonText } from './use-reason-text'

interface ReasonedButtonProps
  extends ButtonProps,
    Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps | 'disabled'> {
  /** Why not; while there is any, the button refuses, stays reachable and says why. */
  reasons: readonly RefusalReason[]
  children: ReactNode
}

/** A button that explains its refusal, on hover, on focus and when pressed, in the words of the server. */
export function ReasonedButton({ reasons, onClick, children, ...rest }: ReasonedButtonProps) {
  const [opened, setOpened] = useState(false)
  const id = useId()
  const t = useTranslations('ui')
  const text = useReasonText()
  if (reasons.length === 0)
    return (
      <Button onClick={onClick} {...rest}>
        {children}
      </Button>
    )
  const texts = [...new Set(reasons.map(text))]
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !opened) return
    event.stopPropagation()
    setOpened(false)
  }
  return (
    <Popover
      opened={opened}
      position="top"
      withArrow
      width="max-content"
      withRoles={false}
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <Popover.Target>
        <Button
          {...rest}
          type="button"
          aria-disabled
          aria-describedby={id}
          onClick={() => setOpened(true)}
          onMouseEnter={() => setOpened(true)}
          onMouseLeave={() => setOpened(false)}
          onFocus={() => setOpened(true)}
          onBlur={() => setOpened(false)}
          onKeyDown={closeOnEscape}
        >
          {children}
          {/* Always in the page, so that a screen reader has the description before the tooltip opens. */}
          <span id={id} hidden>
            {`${t('unavailable')} ${texts.join(' ')}`}
          </span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.bubble}>
        <div role="tooltip">
          <div className={classes.head}>{t('unavailable')}</div>
          <ul className={classes.list}>
            {texts.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

'use client'

import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type VariantColorsResolver,
} from '@mantine/core'
import controls from './controls.module.css'
import { isTone, toneColor } from './tone'

/** Lets `color="false"` and the other tones of theme.css work on every Mantine variant, in both schemes. */
const variantColorResolver: VariantColorsResolver = (input) => {
  if (!isTone(input.color)) return defaultVariantColorsResolver(input)
  const color = toneColor(input.color)
  const wash = (percent: number) => `color-mix(in srgb, ${color} ${percent}%, transparent)`
  if (input.variant === 'filled')
    return {
      background: color,
      hover: `color-mix(in srgb, ${color} 88%, var(--ink))`,
      color: 'var(--on-accent)',
      border: `1px solid ${color}`,
    }
  if (input.variant === 'light') return { background: wash(10), hover: wash(16), color, border: 'none' }
  if (input.variant === 'outline')
    return { background: 'transparent', hover: wash(8), color, border: `1px solid ${color}` }
  if (input.variant === 'subtle' || input.variant === 'transparent')
    return { background: 'transparent', hover: wash(10), color, border: 'none' }
  return defaultVariantColorsResolver(input)
}

const popup = { shadow: 'md', radius: 9, transitionProps: { duration: 90 } }

/** Mantine's `<header>` in a dialog would count as a second banner of the page. */
const dialogParts = { header: { role: 'presentation' } }

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  colors: {
    accent: [
      '#eef4fa',
      '#dbe7f3',
      '#b5cfe7',
      '#8db8e0',
      '#679fd0',
      '#4a87bd',
      '#326ea3',
      '#1f4e79',
      '#173d61',
      '#0f2b46',
    ],
    gray: [
      '#f8f6f1',
      '#f3f0e8',
      '#ebe7dd',
      '#e6e3db',
      '#cbc6ba',
      '#8c887d',
      '#6f6c64',
      '#5f636c',
      '#3c3e43',
      '#1b1d21',
    ],
    dark: [
      '#e9e7e1',
      '#c4c7cc',
      '#a0a6b0',
      '#868d98',
      '#3a4047',
      '#2f343a',
      '#1c1f23',
      '#15171a',
      '#101214',
      '#0b0c0e',
    ],
  },
  variantColorResolver,
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace',
  headings: { fontFamily: 'var(--font-text)', fontWeight: '600', textWrap: 'balance' },
  defaultRadius: 7,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  shadows: { md: 'var(--shadow-pop)' },
  components: {
    Button: {
      defaultProps: { variant: 'default' },
      classNames: { root: controls.button, label: controls.buttonLabel },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'mute', size: 'lg' } },
    Text: { defaultProps: { size: 'sm' } },
    Anchor: { defaultProps: { inherit: true, underline: 'always' } },
    Input: { classNames: { input: controls.input } },
    InputWrapper: { classNames: { label: controls.label, description: controls.description, error: controls.error } },
    Checkbox: { defaultProps: { iconColor: 'var(--on-accent)' }, classNames: { input: controls.check } },
    Radio: { defaultProps: { iconColor: 'var(--on-accent)' }, classNames: { radio: controls.check } },
    // Its placeholder for the first focus is a child that is no item of the menu: the first item takes it instead.
    Menu: {
      defaultProps: { ...popup, position: 'bottom-end', withInitialFocusPlaceholder: false },
      classNames: { dropdown: controls.dropdown },
    },
    Popover: { defaultProps: popup, classNames: { dropdown: controls.dropdown } },
    Combobox: { defaultProps: popup, classNames: { dropdown: controls.dropdown } },
    Tooltip: {
      defaultProps: { openDelay: 350, multiline: true, maw: 320, events: { hover: true, focus: true, touch: true } },
    },
    Modal: {
      defaultProps: { centered: true, radius: 11, attributes: dialogParts },
      classNames: { title: controls.dialogTitle, header: controls.dialog, content: controls.dialog },
    },
    Drawer: {
      defaultProps: { attributes: dialogParts },
      classNames: { title: controls.dialogTitle, header: controls.dialog, content: controls.dialog },
    },
    Tabs: { classNames: { tab: controls.tab } },
    Table: {
      defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'md' },
      classNames: { th: controls.columnHead },
    },
  },
})

const fromTheme = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--mute)',
  '--mantine-color-placeholder': 'var(--mute)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--false)',
  '--mantine-color-success': 'var(--true)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--soft)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-disabled': 'var(--soft)',
  '--mantine-color-disabled-color': 'var(--mute)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-contrast': 'var(--on-accent)',
  '--mantine-color-accent-text': 'var(--accent)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-accent-outline': 'var(--accent)',
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: fromTheme, dark: fromTheme })

'use client'

import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { nextOwnStepsAction } from '@/app/(desk)/_actions/claims'
import type { OwnSteps } from '@/lib/steps/queries/own-steps'
import { useUndo } from './use-undo'
import { useWorkbench } from './workbench-context'

/** What one did last oneself, and what one undid last, by name: asked when the menu opens. */
export function UndoMenu() {
  const t = useTranslations('workbench.undo')
  const workbench = useWorkbench()
  const { undo, redo, pending } = useUndo(workbench)
  const [steps, setSteps] = useState<OwnSteps | null>(null)
  const ask = async () => {
    setSteps(null)
    setSteps(await nextOwnStepsAction(workbench.shown.articleId).catch(() => null))
  }
  const named = ({ kind, ...claim }: NonNullable<OwnSteps['undo']>) => ({ ...claim, step: t(`step.${kind}`) })
  return (
    <Menu position="bottom-end" onOpen={() => void ask()}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="mute" aria-label={t('menu')} loading={pending}>
          <IconArrowBackUp size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          disabled={!steps?.undo}
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => undo()}
        >
          {steps?.undo ? t('undoThis', named(steps.undo)) : steps ? t('nothingToUndo') : '…'}
        </Menu.Item>
        <Menu.Item
          disabled={!steps?.redo}
          leftSection={<IconArrowForwardUp size={16} aria-hidden />}
          onClick={() => redo()}
        >
          {steps?.redo ? t('redoThis', named(steps.redo)) : steps ? t('nothingToRedo') : '…'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

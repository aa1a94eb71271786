'use client'

import { Skeleton } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconFileSearch, IconPlus } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/app/_ui/empty-state'
import { FormError } from '@/app/_ui/form-error'
import { Kbd } from '@/app/_ui/key-hint'
import { ReasonedButton } from '@/app/_ui/reasoned-button'
import { useAction } from '@/app/_ui/use-action'
import { restoreEvidenceAction } from '@/app/(desk)/_actions/evidence'
import type { MatchedChain } from '@/lib/attributions/match-voices'
import type { ClaimView } from '@/lib/claims/queries'
import type { Reason } from '@/lib/errors'
import type { EvidenceView } from '@/lib/evidence/queries'
import type { Question } from '@/lib/independence/origins'
import { useReturnFocus } from '../hops/use-return-focus'
import type { ArticleOption } from './article-select'
import classes from './evidence.module.css'
import { EvidenceItem } from './evidence-item'
import { ItemQuestion } from './item-question'
import { WithdrawDialog } from './withdraw-dialog'

// Fetched when it is opened: it chooses articles and passages, and builds chains, which the list does not.
const EvidenceForm = dynamic(() => import('./evidence-form').then((module) => module.EvidenceForm), {
  loading: () => <Skeleton height={320} radius={9} />,
})

interface EvidencePanelProps {
  claim: ClaimView
  items: readonly EvidenceView[]
  /** By item: what a person is asked of it, and who seems to speak in its words. */
  questions: Readonly<Record<string, Question>>
  proposals: Readonly<Record<string, readonly MatchedChain[]>>
  articles: readonly ArticleOption[]
  reasons: Record<'save' | 'attribute' | 'withdraw' | 'restore', readonly Reason[]>
}

/** The evidence of a claim, with its forms. */
export function EvidencePanel({ claim, items, articles, reasons, ...of }: EvidencePanelProps) {
  const t = useTranslations('evidence')
  const [editing, setEditing] = useState<string | null>(null)
  const [withdrawing, setWithdrawing] = useState<EvidenceView | null>(null)
  const { run, pending, error } = useAction(restoreEvidenceAction)
  const root = useReturnFocus(editing)
  const close = () => setEditing(null)
  const firstAsked = items.find(({ id }) => of.questions[id]?.about === 'speaker')?.id
  const questionOf = (item: EvidenceView) => {
    const question = of.questions[item.id]
    if (!question || item.withdrawnAt) return null
    return (
      <ItemQuestion
        key={`${item.id} ${item.version}`}
        claim={claim}
        item={item}
        question={question}
        proposals={of.proposals[item.id] ?? []}
        refusals={reasons.attribute}
        withKey={item.id === firstAsked}
      />
    )
  }
  useHotkeys([['E', () => !editing && reasons.save.length === 0 && setEditing('new')]])
  return (
    <div ref={root} className={classes.tab}>
      <FormError error={error} />
      {items.length === 0 && editing !== 'new' && (
        <EmptyState compact icon={<IconFileSearch size={22} />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {items.map((item, index) =>
        editing === item.id ? (
          <EvidenceForm key={item.id} claim={claim} articles={articles} item={item} onClose={close} />
        ) : (
          <EvidenceItem key={item.id} item={item} number={index + 1} question={questionOf(item)}>
            {item.withdrawnAt === null ? (
              <>
                <ReasonedButton
                  size="compact-sm"
                  variant="subtle"
                  reasons={reasons.save}
                  aria-label={t('editItem', { number: index + 1 })}
                  onClick={() => setEditing(item.id)}
                >
                  {t('edit')}
                </ReasonedButton>
                <ReasonedButton
                  size="compact-sm"
                  variant="subtle"
                  color="mute"
                  reasons={reasons.withdraw}
                  aria-label={t('withdrawItem', { number: index + 1 })}
                  onClick={() => setWithdrawing(item)}
                >
                  {t('withdrawShort')}
                </ReasonedButton>
              </>
            ) : (
              <ReasonedButton
                size="compact-sm"
                variant="subtle"
                reasons={reasons.restore}
                loading={pending}
                aria-label={t('restoreItem', { number: index + 1 })}
                onClick={() => void run({ id: item.id, version: item.version })}
              >
                {t('restore')}
              </ReasonedButton>
            )}
          </EvidenceItem>
        ),
      )}
      {editing === 'new' ? (
        <EvidenceForm claim={claim} articles={articles} onClose={close} />
      ) : (
        <div className={classes.buttons} data-add>
          <ReasonedButton
            reasons={reasons.save}
            onClick={() => setEditing('new')}
            leftSection={<IconPlus size={15} aria-hidden />}
            rightSection={<Kbd keys="E" />}
          >
            {t('add')}
          </ReasonedButton>
        </div>
      )}
      {withdrawing && <WithdrawDialog item={withdrawing} onClose={() => setWithdrawing(null)} />}
    </div>
  )
}

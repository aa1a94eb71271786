'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { pressedKey } from '@/app/_ui/pressed-key'
import { useAction } from '@/app/_ui/use-action'
import { letGoAnchoringAction, reopenAnchoringAction, takeAnchoringAction } from '@/app/(desk)/_actions/versions'
import { withWords } from '@/lib/articles/seen-words'
import { newId } from '@/lib/new-id'
import { codePointLength, type TextRange } from '@/lib/text/code-points'
import type { Settling, SettlingItem } from '@/lib/versions/queries/get-settling'
import classes from '../../_components/versions.module.css'
import { ItemCard } from './item-card'
import { ItemList } from './item-list'
import { isOwnKey } from './own-key'
import { selectedRange } from './selected-range'
import { showPointed } from './show-pointed'
import { SideText } from './side-text'

const NOTHING: readonly TextRange[] = []

type ItemChange = Pick<SettlingItem, 'state' | 'taken'>

/** What is to be settled, one by one, beside both texts. Worked by keys; what is settled is kept at once, and can be taken back. */
export function SettleScreen({ settling }: { settling: Settling }) {
  const t = useTranslations('versions')
  const router = useRouter()
  // What this person has settled since the page was read; the page read again knows it.
  const [changed, setChanged] = useState<{ of: Settling; by: ReadonlyMap<string, ItemChange> }>({
    of: settling,
    by: new Map(),
  })
  const by = changed.of === settling ? changed.by : new Map<string, ItemChange>()
  const items = settling.items.map((item) => ({ ...item, ...by.get(item.id) }))
  const [chosenId, setChosenId] = useState<string | null>(null)
  const first = items.find(({ state, refusals }) => state === 'OPEN' && refusals.length === 0) ?? items[0]
  const current = items.find(({ id }) => id === chosenId) ?? first
  const at = current ? items.indexOf(current) : -1
  const [newest, earlierRoot] = [useRef<HTMLElement>(null), useRef<HTMLElement>(null)]

  const settled = (change: ItemChange) => {
    if (!current) return
    setChanged({ of: settling, by: new Map([...by, [current.id, change]]) })
    const after = [...items.slice(at + 1), ...items.slice(0, at)]
    const next = after.find(({ state, refusals }) => state === 'OPEN' && refusals.length === 0)
    setChosenId(change.state === 'OPEN' ? current.id : (next?.id ?? current.id))
  }
  const onError = () => router.refresh()
  const place = useRef<TextRange | null>(null)
  const taking = useAction(takeAnchoringAction, {
    onSuccess: () => settled({ state: 'TAKEN', taken: place.current }),
    onError,
  })
  const letting = useAction(letGoAnchoringAction, {
    onSuccess: () => settled({ state: 'LET_GO', taken: null }),
    onError,
  })
  const reopening = useAction(reopenAnchoringAction, {
    onSuccess: () => settled({ state: 'OPEN', taken: null }),
    onError,
  })
  const isPending = taking.pending || letting.pending || reopening.pending
  const error = taking.error ?? letting.error ?? reopening.error
  const clear = () => {
    for (const action of [taking, letting, reopening]) action.clearError()
  }
  const choose = (id: string | undefined) => {
    clear()
    if (id) setChosenId(id)
  }
  const isOpen = current?.state === 'OPEN' && current.refusals.length === 0 && !isPending
  const take = (range: TextRange | undefined | null) => {
    if (!isOpen || !range) return
    clear()
    place.current = range
    taking.run({ id: current.id, place: { id: newId(), ...withWords(settling.newest.text, range) } })
  }
  const letGo = () => {
    if (!isOpen) return
    clear()
    letting.run({ id: current.id })
  }
  const reopen = () => {
    if (!current || current.state === 'OPEN' || current.refusals.length > 0 || isPending) return
    clear()
    reopening.run({ id: current.id })
  }
  const takeSelected = () => take(newest.current && selectedRange(newest.current, settling.newest.text))

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isOwnKey(event)) return
    const key = pressedKey(event)
    const digit = Number.parseInt(key, 10)
    if (key === 'j') choose(items[at + 1]?.id)
    else if (key === 'k') choose(items[at - 1]?.id)
    else if (key === 'enter') take(current?.candidates.length === 1 ? current.candidates[0] : null)
    else if (digit >= 1) take(current?.candidates[digit - 1])
    else if (key === 'x') letGo()
    else if (key === 'm') takeSelected()
    else if (key === 'u') reopen()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const currentId = current?.id
  const standsOn = settling.earlier.find(({ id }) => id === current?.span.versionId)
  // Where nothing is pointed at, the text is shown about where the words stood.
  const share = current && standsOn ? current.span.start / Math.max(1, codePointLength(standsOn.text)) : 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item is looked at
  useEffect(() => {
    for (const root of [earlierRoot.current, newest.current]) if (root) showPointed(root, share)
  }, [currentId])

  if (!current) return null
  const earlier = settling.earlier.find(({ id }) => id === current.span.versionId) ?? settling.earlier.at(-1)
  const isSettled = items.every(({ state, refusals }) => state !== 'OPEN' || refusals.length > 0)
  const pointed = current.taken
    ? [{ id: 'taken', ...current.taken }]
    : current.candidates.map(({ start, end }, index) => ({ id: `candidate ${index}`, start, end, number: index + 1 }))
  return (
    <>
      <h1 className={classes.columnTitle}>
        {t('settleHead', { open: items.filter(({ state }) => state === 'OPEN').length, all: items.length })}
      </h1>
      {isSettled && (
        <EmptyState
          compact
          title={t('allSettled')}
          action={<LinkButton href={`/articles/${settling.id}`}>{t('backToArticle')}</LinkButton>}
        >
          {t('allSettledText')}
        </EmptyState>
      )}
      <div className={classes.bench}>
        <ItemList items={items} currentId={current.id} onChoose={choose} />
        <div>
          <ItemCard
            articleId={settling.id}
            item={current}
            newest={settling.newest}
            error={error}
            isPending={isPending}
            onTake={take}
            onTakeSelected={takeSelected}
            onLetGo={letGo}
            onReopen={reopen}
          />
          <div className={classes.both}>
            {earlier && (
              <SideText
                title={t('earlierText', { number: earlier.number })}
                text={earlier.text}
                language={settling.language}
                fresh={earlier.gone}
                look="gone"
                pointed={[{ id: 'span', start: current.span.start, end: current.span.end }]}
                place={earlierRoot}
              />
            )}
            <SideText
              title={t('newestText', { number: settling.newest.number })}
              text={settling.newest.text}
              language={settling.language}
              fresh={earlier?.added ?? NOTHING}
              look="added"
              pointed={pointed}
              place={newest}
            />
          </div>
        </div>
      </div>
    </>
  )
}

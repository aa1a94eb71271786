'use client'

import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import {
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useOptimistic,
  useRef,
  useState,
} from 'react'
import type { RefusalReason } from '@/app/_ui/action-result'
import { Remounting } from '@/app/_ui/remounting'
import { createStore } from '@/app/_ui/store'
import { claimHref, panelTabOf } from '@/app/(desk)/_components/claims/panel-tab'
import { newId } from '@/lib/new-id'
import type { MarkView } from '@/lib/review/mark-view'
import { indexText, type TextRange } from '@/lib/text/code-points'
import { ClaimList } from '../list/claim-list'
import { MarkForm } from '../marking/mark-form'
import { withUnsaved } from '../marking/unsaved-mark'
import { pageRange, selectPlaces } from '../reading/dom-place'
import { ReadingColumn } from '../reading/reading-column'
import { scrollToRange } from '../reading/scroll-to-range'
import { readInto } from '../reading/text-selection'
import { useArticleClaims } from './article-claims'
import { ColumnSwitch } from './column-switch'
import { KeysDialog } from './keys-dialog'
import { UnsavedDialog } from './unsaved-dialog'
import { useUnsavedGuard } from './use-unsaved-guard'
import { useWorkbenchKeys } from './use-workbench-keys'
import classes from './workbench.module.css'
import {
  type Draft,
  type OpenColumn,
  type ShownInText,
  type ShownText,
  type WordsChoice,
  type WorkbenchApi,
  WorkbenchContext,
} from './workbench-context'

interface WorkbenchProps {
  shown: ShownText
  title: string
  meta: ReactNode
  banners: ReactNode
  markRefusals: readonly RefusalReason[]
  /** The selected claim, or what to do while none is. */
  panel: ReactNode
}

const NOTHING_SELECTED = () => ({ selection: createStore<TextRange | null>(null), otherWords: createStore(false) })

const NOTHING_SHOWN: ShownInText = { claimId: null, hopWords: [], linkedPlace: null }

/** One article under check: its text, its claims, and the selected one. */
export function Workbench({ shown, markRefusals, panel, ...props }: WorkbenchProps) {
  const t = useTranslations('workbench')
  const { claims: saved, askSoon, go: goTo } = useArticleClaims()
  const asked = useSearchParams()
  const [tab, askedId] = [panelTabOf(asked.get('tab') ?? undefined), asked.get('claim')]
  const textRoot = useRef<HTMLDivElement>(null)
  const panelRoot = useRef<HTMLElement>(null)
  const { guard, markUnsaved, ...unsavedForm } = useUnsavedGuard(panelRoot)
  const [stores] = useState(NOTHING_SELECTED)
  const { selection, otherWords } = stores
  const [wantedId, setWantedId] = useOptimistic(askedId)
  const [unsaved, setUnsaved] = useState<MarkView | null>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [movingId, setMoving] = useState<string | null>(null)
  const [choosing, setChoosing] = useState<WordsChoice | null>(null)
  const [openColumn, setOpenColumn] = useState<OpenColumn>(askedId === null ? 'text' : 'panel')
  const [keysOpen, setKeysOpen] = useState(false)
  const [inText, showInText] = useState(NOTHING_SHOWN)
  const claims = useMemo(() => withUnsaved(saved, unsaved), [saved, unsaved])
  const selectedId = claims.some(({ id }) => id === wantedId) ? wantedId : null
  // Where the text was left: going into a form takes the page's selection away.
  const left = useRef<TextRange | null>(null)

  const reveal = useCallback(
    (place: TextRange, always = false) => {
      const index = indexText(shown.text)
      const root = textRoot.current
      const range = root && pageRange(root, shown.text, index.toUtf16(place.start), index.toUtf16(place.end))
      if (range) scrollToRange(range, { centre: true, always })
    },
    [shown.text],
  )

  const select = useCallback<WorkbenchApi['select']>(
    (claimId, { tab: wanted, reveal: show, open, saved: isSaved } = {}) => {
      const go = () => {
        const place = claims.find((claim) => claim.id === claimId)?.spans[0]
        if (show && place) reveal(place)
        if (open && claimId) setOpenColumn('panel')
        setDraft(null)
        setMoving((moving) => (moving === claimId ? moving : null))
        startTransition(() => {
          setWantedId(claimId)
          goTo(claimHref(claimId, wanted ?? tab))
        })
        // Others have been at work, too.
        if (!isSaved) askSoon()
      }
      if (isSaved) go()
      else guard(go)
    },
    [claims, guard, reveal, askSoon, goTo, setWantedId, tab],
  )

  const readSelection = useCallback(() => readInto(stores, textRoot.current, shown.text), [stores, shown.text])

  const focusText = useCallback(() => {
    const [root, place] = [textRoot.current, left.current]
    if (!root) return
    const index = indexText(shown.text)
    // Before the focus: the cursor is painted where the selection is.
    if (place && !readInto(stores, root, shown.text)) {
      const end = index.toUtf16(place.end)
      selectPlaces(root, shown.text, end, end)
    }
    root.focus({ preventScroll: true })
  }, [stores, shown.text])

  const startDraft = useCallback<WorkbenchApi['startDraft']>(
    (category) => {
      const place = readSelection()
      if (!place || markRefusals.length > 0) return
      left.current = place
      document.getSelection()?.collapseToEnd()
      selection.set(null)
      setDraft({ claimId: newId(), spanId: newId(), place, category })
    },
    [readSelection, markRefusals, selection],
  )
  const endDraft = useCallback(() => setDraft(null), [])

  // Once the server's claims hold it, the mark shown in advance has done its service.
  useEffect(() => {
    if (unsaved && saved.some((claim) => claim.id === unsaved.id)) setUnsaved(null)
  }, [saved, unsaved])

  const api = useMemo<WorkbenchApi>(
    () => ({
      shown,
      claims,
      selectedId,
      select,
      selection,
      otherWords,
      readSelection,
      draft,
      startDraft,
      endDraft,
      showUnsaved: setUnsaved,
      movingId,
      setMoving,
      choosing,
      setChoosing,
      reveal,
      focusText,
      openColumn,
      setOpenColumn,
      textRoot,
      markRefusals,
      showInText,
    }),
    [
      shown,
      claims,
      selectedId,
      select,
      selection,
      otherWords,
      readSelection,
      draft,
      startDraft,
      endDraft,
      movingId,
      choosing,
      reveal,
      focusText,
      openColumn,
      markRefusals,
    ],
  )
  useWorkbenchKeys(api, tab, () => setKeysOpen(true))
  const hopWords = useMemo(
    () =>
      inText.claimId === selectedId ? inText.hopWords.filter(({ versionId }) => versionId === shown.versionId) : [],
    [inText, selectedId, shown.versionId],
  )

  return (
    <WorkbenchContext value={api}>
      <div className={classes.workbench} data-open={openColumn} data-drafting={draft ? '' : undefined}>
        <ColumnSwitch />
        <div className={classes.text}>
          <ReadingColumn
            title={props.title}
            meta={props.meta}
            banners={props.banners}
            hopWords={hopWords}
            linkedPlace={inText.linkedPlace?.versionId === shown.versionId ? inText.linkedPlace : null}
            markRefusals={markRefusals}
          />
        </div>
        <div className={classes.list}>
          <ClaimList canMark={markRefusals.length === 0} />
        </div>
        <aside
          ref={panelRoot}
          aria-label={draft ? t('panel.draft') : t('panel.label')}
          aria-busy={wantedId !== askedId}
          className={classes.panel}
          onInput={markUnsaved}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.defaultPrevented) focusText()
          }}
        >
          <Remounting>{draft ? <MarkForm key={draft.claimId} draft={draft} /> : panel}</Remounting>
        </aside>
      </div>
      <UnsavedDialog opened={unsavedForm.isLeaving} onStay={unsavedForm.stay} onLeave={unsavedForm.leave} />
      <KeysDialog opened={keysOpen} onClose={() => setKeysOpen(false)} />
    </WorkbenchContext>
  )
}

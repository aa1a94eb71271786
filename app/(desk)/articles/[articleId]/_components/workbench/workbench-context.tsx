'use client'

import { createContext, type RefObject, useContext } from 'react'
import type { RefusalReason } from '@/app/_ui/action-result'
import type { Store } from '@/app/_ui/store'
import type { PanelTab } from '@/app/(desk)/_components/claims/panel-tab'
import type { MarkView } from '@/lib/review/mark-view'
import type { TextRange } from '@/lib/text/code-points'
import type { ClaimCategory } from '@/prisma/generated/enums'

/** Words of the selected claim's chain, in code points of the shown version. */
export interface HopWords extends TextRange {
  kind: 'source' | 'cue'
}

/** A mark that is being made; its ids stay the same however often saving is tried. */
export interface Draft {
  claimId: string
  spanId: string
  place: TextRange
  category: ClaimCategory
}

/** On narrow screens: which of the three columns lies open. */
export type OpenColumn = 'text' | 'list' | 'panel'

export interface ShownText {
  articleId: string
  versionId: string
  text: string
  language: string | null
}

interface SelectOptions {
  tab?: PanelTab
  reveal?: boolean
  /** On narrow screens: shows the panel. */
  open?: boolean
  /** What stands in the panel's form has been saved: nothing to ask about. */
  saved?: boolean
}

/** While a chain is being built: what words selected in the text can become in it. */
export interface WordsChoice {
  /** The hop that takes them, from 1. */
  hop: number
  take: (part: HopWords['kind']) => void
  /** The words that the hop has, to be shown in the text. */
  words: readonly HopWords[]
}

/** What the panel of a claim shows in the text, in places of any version. */
export interface ShownInText {
  claimId: string | null
  hopWords: readonly (HopWords & { versionId: string })[]
  /** The passage that the address points at. */
  linkedPlace: (TextRange & { versionId: string }) | null
}

/** What the parts of one workbench share. All places are in code points of the shown version. */
export interface WorkbenchApi {
  shown: ShownText
  /** In reading order, with those that are still being saved. */
  claims: readonly MarkView[]
  selectedId: string | null
  select: (claimId: string | null, options?: SelectOptions) => void
  /** What is selected in the text, snapped to whole graphemes, without outer white space. */
  selection: Store<TextRange | null>
  /** True when the page showed other words than the article's where one selected. */
  otherWords: Store<boolean>
  /** What is selected, read at this moment. */
  readSelection: () => TextRange | null
  draft: Draft | null
  startDraft: (category: ClaimCategory) => void
  endDraft: () => void
  /** Shows a mark before the server has answered; null takes it back. */
  showUnsaved: (claim: MarkView | null) => void
  /** The claim that waits for other words. */
  movingId: string | null
  setMoving: (claimId: string | null) => void
  choosing: WordsChoice | null
  setChoosing: (choice: WordsChoice | null) => void
  /** Scrolls a place into view; `always` also where it is in view, to the upper part. */
  reveal: (place: TextRange, always?: boolean) => void
  focusText: () => void
  openColumn: OpenColumn
  setOpenColumn: (column: OpenColumn) => void
  textRoot: RefObject<HTMLDivElement | null>
  /** Why this person cannot mark here; empty when they can. */
  markRefusals: readonly RefusalReason[]
  showInText: (shown: ShownInText) => void
}

export const WorkbenchContext = createContext<WorkbenchApi | null>(null)

/** The workbench around this component. Throws outside of one. */
export function useWorkbench(): WorkbenchApi {
  const api = useContext(WorkbenchContext)
  if (!api) throw new Error('useWorkbench is for parts of a workbench')
  return api
}

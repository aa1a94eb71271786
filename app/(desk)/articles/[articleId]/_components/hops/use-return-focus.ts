import { useEffect, useRef } from 'react'

/** When a form closes, the focus goes back to the item that it was about, or to the button that adds one. */
export function useReturnFocus(open: string | null) {
  const root = useRef<HTMLDivElement>(null)
  const before = useRef(open)
  useEffect(() => {
    const closed = open === null ? before.current : null
    before.current = open
    if (!closed || !root.current) return
    const item = root.current.querySelector<HTMLElement>(`[data-item="${closed}"] button`)
    const add = root.current.querySelector<HTMLElement>('[data-add] button')
    const target = item ?? add
    target?.focus()
  }, [open])
  return root
}

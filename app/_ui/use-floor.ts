import { type RefObject, useEffect, useRef } from 'react'

/** Tells the page how high a bar stands at its lower edge, as `--floor`: what is told on narrow windows stands above it. */
export function useFloor<T extends HTMLElement>(): RefObject<T | null> {
  const bar = useRef<T>(null)
  useEffect(() => {
    const { current } = bar
    if (!current) return
    const root = document.documentElement.style
    const observer = new ResizeObserver(() => {
      // From its upper edge on: what holds the bar has an edge of its own.
      const height = (current.parentElement ?? current).offsetHeight
      root.setProperty('--floor', `${height}px`)
    })
    observer.observe(current)
    return () => {
      observer.disconnect()
      root.removeProperty('--floor')
    }
  }, [])
  return bar
}

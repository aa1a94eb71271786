'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** For a form that opens below what is in sight: brings its beginning into view, once. */
export function useInView<E extends Element>(): RefObject<E | null> {
  const element = useRef<E>(null)
  useEffect(() => element.current?.scrollIntoView({ block: 'nearest' }), [])
  return element
}

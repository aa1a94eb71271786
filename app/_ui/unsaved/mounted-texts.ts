const all = new Set<() => void>()

/** Counts a form among those on the screen until the answer is called. */
export function mounted(stop: () => void): () => void {
  all.add(stop)
  return () => all.delete(stop)
}

/** Gives up what is typed into the forms on the screen: somebody was asked, and wants to. */
export function discardMounted(): void {
  for (const stop of all) stop()
}

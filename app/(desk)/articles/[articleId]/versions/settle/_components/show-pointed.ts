/** Scrolls a box, and nothing around it, to the words that are pointed at; else to this share of its text. */
export function showPointed(box: HTMLElement, share: number): void {
  const words = box.querySelector('[data-pointed]')
  const middle = words
    ? words.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop
    : share * box.scrollHeight
  box.scrollTop = middle - box.clientHeight / 2
}

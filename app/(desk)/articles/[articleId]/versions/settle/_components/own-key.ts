const FIELDS = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]'
const PRESSED = 'button, a, summary'

/** Whether a key is for the screen: not for a field, a dialog or a button that is pressed with it, and with no other key held. */
export function isOwnKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
  if (!(event.target instanceof Element)) return true
  if (event.target.closest(FIELDS)) return false
  return !(event.key === 'Enter' && event.target.closest(PRESSED))
}

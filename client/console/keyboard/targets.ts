/** Parts of the page that a key leads to. They are marked, so that they need not know of the keyboard. */
export type Target = 'reply' | 'search' | 'conversation'

export function focusTarget(target: Target): void {
  document.querySelector<HTMLElement>(`[data-key-target="${target}"]`)?.focus()
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]')
}

export function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && !!target.closest(selector)
}

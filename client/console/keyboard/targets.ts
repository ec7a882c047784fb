/** Elements that shortcuts focus. They are marked by attribute, so they need not know about the keyboard. */
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

const titleId = 'tc-settings-title'

export const title = { id: titleId, tabIndex: -1 }

/** Focuses the page's title: after a page change, or when the focused element was removed. */
export function focusTitle(): void {
  document.getElementById(titleId)?.focus()
}

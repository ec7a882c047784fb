const titleId = 'tc-settings-title'

export const title = { id: titleId, tabIndex: -1 }

/** To the page's title: from the list of pages, or when what had the focus is gone. */
export function focusTitle(): void {
  document.getElementById(titleId)?.focus()
}

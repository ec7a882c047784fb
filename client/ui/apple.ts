/** Whether the keyboard of this device has a ⌘ where others have Ctrl. */
export const apple = /Mac|iPhone|iPad/.test(navigator.userAgent)

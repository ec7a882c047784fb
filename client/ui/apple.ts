/** Whether this device's keyboard has ⌘ in place of Ctrl. */
export const apple = /Mac|iPhone|iPad/.test(navigator.userAgent)

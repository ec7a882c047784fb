/** The key that goes with Enter and the like, as it is printed on this keyboard. */
export const modifier = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'

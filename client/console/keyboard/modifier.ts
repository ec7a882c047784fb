import { apple } from '../../ui/apple.ts'

/** The key that goes with Enter and the like, as it is printed on this keyboard. */
export const modifier = apple ? '⌘' : 'Ctrl'

import { apple } from '../../ui/apple.ts'

/** The modifier key as printed on this keyboard. */
export const modifier = apple ? '⌘' : 'Ctrl'

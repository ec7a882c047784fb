import { shapeless } from './shapeless.ts'

const visible = new RegExp(`[^\\s\\p{Cc}\\p{Cs}${shapeless}\\u2800]`, 'u')

/** Whether a text is invisible: white space, control characters and characters without a shape. */
export const isBlank = (text: string): boolean => !visible.test(text)

/** Characters without a shape, as part of a class in a regular expression: they hide in texts, or turn them. */
export const shapeless = '\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb'

const visible = new RegExp(`[^\\s\\p{Cc}\\p{Cs}${shapeless}\\u2800]`, 'u')

/** Whether a text is invisible: white space, control characters and characters without a shape. */
export const isBlank = (text: string): boolean => !visible.test(text)

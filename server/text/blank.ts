/** Whether a text is invisible: white space, control characters and characters without a shape. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text)
}

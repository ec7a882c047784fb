import type { Text, Values } from './text.ts'

/** The text for what a server names by a code. A newer server may name what no text is for: then it says it itself. */
export function namedText<Key extends string>(
  text: Text<Key>,
  key: NoInfer<Key>,
  values: Values,
  otherwise: string,
): string {
  const found = text(key, values)
  return found === key ? otherwise : found
}

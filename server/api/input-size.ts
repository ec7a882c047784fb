const counted = new WeakMap<object, number>()

/**
 * About as many characters as the JSON of an input. Every object is counted only once: the aliases of an operation
 * share its variables.
 */
export function inputSize(value: unknown): number {
  if (typeof value === 'string') return value.length + 3
  if (typeof value !== 'object' || value === null) return 5
  const known = counted.get(value)
  if (known !== undefined) return known
  let size = 1
  if (Array.isArray(value)) for (const item of value) size += inputSize(item)
  else for (const name in value) size += name.length + 3 + inputSize((value as Record<string, unknown>)[name])
  counted.set(value, size)
  return size
}

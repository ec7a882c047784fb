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

/** Whether an input has more than `limit` values, those of its lists and objects included. */
export function hasMoreValues(input: unknown, limit: number): boolean {
  let values = 0
  const waiting = [input]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value !== 'object' || value === null) continue
    const below = Object.values(value)
    values += below.length
    if (values > limit) return true
    for (const one of below) waiting.push(one)
  }
  return false
}

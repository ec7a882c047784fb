/** Whether the data is larger than so many bytes of JSON, roughly: stops counting as soon as it is. */
export function isLargerThan(data: unknown, limit: number): boolean {
  let size = 0
  const waiting = [data]
  while (waiting.length > 0 && size <= limit) {
    const value = waiting.pop()
    if (typeof value === 'string') size += value.length
    else if (typeof value === 'object' && value !== null) {
      const parts = Object.values(value)
      size += 8 * parts.length
      waiting.push(...parts)
    }
  }
  return size > limit
}

/** Whether the data is larger than about this many bytes of JSON: stops counting as soon as it is. */
export const isLargerThan = (data: unknown, limit: number): boolean => sizeOf(data, limit) > limit

function sizeOf(value: unknown, limit: number): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  let size = 0
  for (const name in value) {
    size += 8 + sizeOf((value as Record<string, unknown>)[name], limit - size)
    if (size > limit) break
  }
  return size
}

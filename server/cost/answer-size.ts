/** Whether the data has more than about this many bytes as JSON: stops counting as soon as it has. */
export function isLargerThan(data: unknown, limit: number): boolean {
  // Hardly any answer comes near the limit: only those are counted byte by byte.
  return sizeOf(data, limit, maxBytes) > limit && sizeOf(data, limit, bytes) > limit
}

type TextSize = (text: string) => number

/** A control character is six bytes: `\u0001`. */
const maxBytes: TextSize = (text) => 6 * text.length + 2
const bytes: TextSize = (text) => Buffer.byteLength(JSON.stringify(text))

function sizeOf(value: unknown, limit: number, ofText: TextSize): number {
  if (typeof value === 'string') return ofText(value)
  if (typeof value !== 'object' || value === null) return String(value).length
  const isList = Array.isArray(value)
  let size = 1
  for (const name in value) {
    // Names of fields are ASCII.
    size += isList ? 1 : name.length + 4
    size += sizeOf((value as Record<string, unknown>)[name], limit - size, ofText)
    if (size > limit) break
  }
  return size
}

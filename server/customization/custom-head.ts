import { type CustomHead, sanitizeHead } from './sanitize-head.ts'

const cache = new Map<string, CustomHead>()

/** A sanitized head, cached: a head is rarely saved and often served. */
export function customHead(source: string): CustomHead {
  const cached = cache.get(source)
  if (cached) return cached
  if (cache.size > 500) cache.clear()
  const head = sanitizeHead(source)
  cache.set(source, head)
  return head
}

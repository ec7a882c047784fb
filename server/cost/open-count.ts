/**
 * Counts what is open at a time, by name. Returns a function that ends the count, or null if `limit` are already open.
 */
export function openCount(): (name: string, limit: number) => (() => void) | null {
  const open = new Map<string, number>()
  return (name, limit) => {
    const count = open.get(name) ?? 0
    if (count >= limit) return null
    open.set(name, count + 1)
    let counted = true
    return () => {
      if (!counted) return
      counted = false
      const left = (open.get(name) ?? 1) - 1
      if (left > 0) open.set(name, left)
      else open.delete(name)
    }
  }
}

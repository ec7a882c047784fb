/**
 * Counts what is open at a time, by name. The count goes up by one until the function that is given is called; null when
 * `limit` are open already.
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

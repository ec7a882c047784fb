import { useEffect, useState } from 'preact/hooks'

const listeners = new Set<() => void>()

/** Shows another address of the console without loading a page; `replace` adds no history entry. */
export function navigate(address: string, how: 'push' | 'replace' = 'push'): void {
  if (address === location.pathname) return
  if (how === 'push') history.pushState(null, '', address)
  else history.replaceState(null, '', address)
  for (const listener of listeners) listener()
}

/** Path of the address; also follows the browser's Back and Forward. */
export function usePath(): string {
  const [path, setPath] = useState(location.pathname)
  useEffect(() => {
    const change = () => setPath(location.pathname)
    listeners.add(change)
    addEventListener('popstate', change)
    return () => {
      listeners.delete(change)
      removeEventListener('popstate', change)
    }
  }, [])
  return path
}

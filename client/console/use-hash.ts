import { useEffect, useState } from 'preact/hooks'

/** The address's fragment, without its `#`. */
export function useHash(): string {
  const [hash, setHash] = useState(location.hash.slice(1))
  useEffect(() => {
    const change = () => setHash(location.hash.slice(1))
    addEventListener('hashchange', change)
    return () => removeEventListener('hashchange', change)
  }, [])
  return hash
}

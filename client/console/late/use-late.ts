import { useEffect, useState } from 'preact/hooks'

/** Loads code and texts that most visits do not need. */
export function useLate<Loaded>(load: () => Promise<Loaded>) {
  const [loaded, setLoaded] = useState<Loaded>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    load().then(setLoaded, () => setFailed(true))
  }, [])
  return { loaded, failed }
}

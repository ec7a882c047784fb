import { useEffect, useState } from 'preact/hooks'

/** Whether the browser shows this page at the moment. */
export function useVisibility(): boolean {
  const [visible, setVisible] = useState(!document.hidden)
  useEffect(() => {
    const change = () => setVisible(!document.hidden)
    document.addEventListener('visibilitychange', change)
    return () => document.removeEventListener('visibilitychange', change)
  }, [])
  return visible
}

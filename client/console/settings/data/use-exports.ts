import { useEffect, useRef } from 'preact/hooks'
import { useConsoleExportsQuery } from '../../../graphql/hooks.ts'
import { useSettings } from '../context.ts'

/** Milliseconds until exports are read again while some of them are in progress. */
const interval = 2_000

/** Exports, newest first; undefined until they are loaded. */
export function useExports() {
  const { website } = useSettings()
  const known = useRef(website)
  const [{ data, error, fetching }, query] = useConsoleExportsQuery({ requestPolicy: 'network-only' })
  const exports = data?.website?.settings?.exports ?? undefined
  const waits = exports?.some(({ state }) => state === 'QUEUED') ?? false
  const refresh = () => query({ requestPolicy: 'network-only' })

  // Requesting an export changes the website, and erasing somebody deletes exports.
  useEffect(() => {
    if (website === known.current) return
    known.current = website
    refresh()
  }, [website])

  useEffect(() => {
    if (!waits || fetching) return
    const timer = setTimeout(refresh, interval)
    return () => clearTimeout(timer)
  }, [waits, fetching])

  return { exports, failed: !fetching && !!(error ?? (data && !exports)) }
}

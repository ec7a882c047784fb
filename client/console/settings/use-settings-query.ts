import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { useConsoleSettingsQuery } from '../../graphql/hooks.ts'
import { useTeam } from '../team/context.ts'
import type { LoadedSettings } from './context.ts'

/** The settings, refetched whenever the website changes, here or elsewhere. */
export function useSettingsQuery() {
  const { website: live } = useTeam()
  const [loaded, setLoaded] = useState<LoadedSettings>()
  const [{ data, error, fetching }, query] = useConsoleSettingsQuery()
  const waiting = useRef<(() => void)[]>([])
  const known = useRef(live)

  const refresh = useCallback(() => {
    const { promise, resolve } = Promise.withResolvers<void>()
    waiting.current.push(resolve)
    query({ requestPolicy: 'network-only' })
    return promise
  }, [query])

  useEffect(() => {
    if (live === known.current) return
    known.current = live
    void refresh()
  }, [live, refresh])

  useEffect(() => {
    const website = data?.website
    if (website?.settings) setLoaded({ website, settings: website.settings })
  }, [data])

  useEffect(() => {
    if (!fetching) for (const resolve of waiting.current.splice(0)) resolve()
  }, [fetching, data, error])

  return { loaded, failed: !fetching && !!(error ?? (data && !data.website?.settings)), refresh }
}

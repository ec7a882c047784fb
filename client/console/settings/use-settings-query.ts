import { useClient } from '@urql/preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { ConsoleSettingsDocument } from '../../graphql/operations.ts'
import { useTeam } from '../team/context.ts'
import type { Held } from './context.ts'

/** The settings, read anew whenever the server says that the website changed: here or elsewhere. */
export function useSettingsQuery() {
  const client = useClient()
  const { website: heard } = useTeam()
  const [held, setHeld] = useState<Held>()
  const [failed, setFailed] = useState(false)
  const asked = useRef(0)

  const refresh = useCallback(async () => {
    const turn = ++asked.current
    setFailed(false)
    const { data } = await client.query(ConsoleSettingsDocument, {}).toPromise()
    // An answer that was overtaken is older than what the later one brings.
    if (turn !== asked.current) return
    const website = data?.website
    if (website?.settings) setHeld({ website, settings: website.settings })
    else setFailed(true)
  }, [client])

  useEffect(() => void refresh(), [heard, refresh])
  return { held, failed, refresh }
}

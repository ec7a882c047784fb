import { useContext, useEffect } from 'preact/hooks'
import type { Outgoing } from '../../core/rows.ts'
import { DraftsContext } from './use-draft.ts'

/** Replies that are not posted when the page is closed are saved as drafts. `outgoing` is by ticket. */
export function useSaveOutgoing(outgoing: Record<string, Outgoing[]>): void {
  const load = useContext(DraftsContext)

  useEffect(() => {
    // Without any, its code is not loaded.
    if (Object.keys(outgoing)[0])
      load().then(
        (drafts) => drafts.outgoing(outgoing),
        () => {},
      )
  }, [outgoing])
}

import type { Client } from '@urql/core'
import { authorizedFetch } from '../../core/connection/authorized-fetch.ts'
import { hasCode, passing } from '../../core/connection/error-codes.ts'
import type { SessionKeeper } from '../../core/connection/session.ts'
import { createDrafts, type Drafts } from '../../core/sending/drafts.ts'
import { SaveDraftDocument } from '../../graphql/operations.ts'

/** Saves drafts on the server, even in the last moment before the page is closed. */
export function saveDrafts(client: Client, session: SessionKeeper): Drafts {
  const send = authorizedFetch(session)
  const outliving: typeof fetch = (input, init) => send(input, { ...init, keepalive: true })

  const drafts = createDrafts(async (input, closing) => {
    const context = closing ? { fetch: outliving } : {}
    const { error } = await client.mutation(SaveDraftDocument, { input }, context)
    return !error?.networkError && !hasCode(error?.graphQLErrors, ...passing)
  })

  addEventListener('pagehide', drafts.flush)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) drafts.flush()
  })
  session.onEnd(drafts.stop)
  return drafts
}

import type { Client } from '@urql/core'
import { hasCode } from '../core/connection/error-codes.ts'
import type { Renewal, Session } from '../core/connection/session.ts'
import { RenewSessionDocument } from '../graphql/operations.ts'

/** A session and its renewal token. */
export interface RenewableSession extends Session {
  renewalToken: string
}

/** Sent without the Authorization header: it works long after the token has expired. */
export async function renewSession(
  { renewalToken }: RenewableSession,
  client: Client,
): Promise<Renewal<RenewableSession>> {
  const { data, error } = await client.mutation(RenewSessionDocument, { input: { renewalToken } }, { fetch })
  const result = data?.renewSession
  if (result?.__typename === 'RenewSessionPayload') return { outcome: 'renewed', session: result.session }
  const refused =
    result?.__typename === 'NotAllowed' || hasCode(error?.graphQLErrors, 'UNAUTHENTICATED', 'FORBIDDEN')
  return { outcome: refused ? 'refused' : 'unreachable' }
}

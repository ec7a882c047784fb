import type { Client } from '@urql/core'
import { hasCode } from '../core/connection/error-codes.ts'
import type { Renewal, Session } from '../core/connection/session.ts'
import { RenewSessionDocument } from '../graphql/operations.ts'

/** A session with what renews it. */
export interface RenewableSession extends Session {
  renewalToken: string
}

/** Goes without the Authorization header: it works when the token is long expired. */
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

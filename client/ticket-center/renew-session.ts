import { stringifyDocument } from '@urql/core'
import { hasCode } from '../core/connection/error-codes.ts'
import { post } from '../core/connection/post.ts'
import type { Renewal, Session } from '../core/connection/session.ts'
import { RenewSessionDocument, type RenewSessionMutation } from '../graphql/operations.ts'

const query = stringifyDocument(RenewSessionDocument)

/** A session with what renews it. */
export interface RenewableSession extends Session {
  renewalToken: string
  renewUntil: string
}

/** Goes without the Authorization header: it works when the token is long expired. */
export async function renewSession({ renewalToken }: RenewableSession): Promise<Renewal<RenewableSession>> {
  try {
    const { data, errors } = await post({ query, variables: { input: { renewalToken } } }, fetch)
    const result = (data as RenewSessionMutation | null | undefined)?.renewSession
    if (result?.__typename === 'RenewSessionPayload') return { outcome: 'renewed', session: result.session }
    const refused = result?.__typename === 'NotAllowed' || hasCode(errors, 'UNAUTHENTICATED', 'FORBIDDEN')
    return { outcome: refused ? 'refused' : 'unreachable' }
  } catch {
    return { outcome: 'unreachable' }
  }
}

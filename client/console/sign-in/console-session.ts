import { postTimeout } from '../../core/connection/post.ts'
import type { Renewal, Session } from '../../core/connection/session.ts'
import { sessionUrl } from '../address/address.ts'
import type { Language } from '../texts/language.ts'

export interface ConsoleSession extends Session {
  operatorId: string
  /** Their choice, otherwise the browser's. */
  language: Language
}

const json = { 'content-type': 'application/json' }

/** Requests a session. The operator is signed in by a cookie that no script can read. */
export async function openSession(): Promise<Renewal<ConsoleSession>> {
  try {
    const signal = AbortSignal.timeout(postTimeout)
    const response = await fetch(sessionUrl, { method: 'POST', headers: json, body: '{}', signal })
    if (response.status === 401) return { outcome: 'refused' }
    if (!response.ok) return { outcome: 'unreachable' }
    const { session, operatorId, language } = await response.json()
    return { outcome: 'renewed', session: { ...session, operatorId, language } }
  } catch {
    return { outcome: 'unreachable' }
  }
}

/** Renews the session. It has ended if somebody else has signed in, in another tab: nothing here may be sent as theirs. */
export async function renewSession({ operatorId }: ConsoleSession): Promise<Renewal<ConsoleSession>> {
  const renewal = await openSession()
  const isAnother = renewal.outcome === 'renewed' && renewal.session.operatorId !== operatorId
  return isAnother ? { outcome: 'refused' } : renewal
}

/** Ends the session in every tab. False: the server could not be reached. */
export async function closeSession(): Promise<boolean> {
  try {
    return (await fetch(sessionUrl, { method: 'DELETE' })).ok
  } catch {
    return false
  }
}

import type { SessionKeeper } from './session.ts'

/** `fetch` with the session's token. If the token is refused, it renews the session and retries once. */
export function authorizedFetch(session: SessionKeeper): typeof fetch {
  return async (input, init) => {
    const token = await session.token()
    const response = await send(token, input, init)
    if (!(await isRefused(response))) return response
    session.expire(token)
    const renewed = await session.token()
    return renewed === token ? response : send(renewed, input, init)
  }
}

function send(token: string, input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const headers = new Headers(init?.headers)
  headers.set('authorization', `Bearer ${token}`)
  return fetch(input, { ...init, headers })
}

async function isRefused(response: Response): Promise<boolean> {
  if (response.status === 401) return true
  if (response.headers.get('content-type')?.includes('event-stream')) return false
  return (await response.clone().text()).includes('"UNAUTHENTICATED"')
}

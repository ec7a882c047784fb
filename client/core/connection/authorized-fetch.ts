import type { SessionKeeper } from './session.ts'

/** `fetch` with the session's token; a refused token is renewed once and the request sent again. */
export function authorizedFetch(session: SessionKeeper): typeof fetch {
  async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const headers = new Headers(init?.headers)
    headers.set('authorization', `Bearer ${await session.token()}`)
    return fetch(input, { ...init, headers })
  }

  return async (input, init) => {
    const response = await send(input, init)
    if (!(await isRefused(response))) return response
    session.expire()
    return (await session.renew()) ? send(input, init) : response
  }
}

async function isRefused(response: Response): Promise<boolean> {
  if (response.status === 401) return true
  if (response.headers.get('content-type')?.includes('event-stream')) return false
  return (await response.clone().text()).includes('"UNAUTHENTICATED"')
}

import { type LoadedPage, load, newAddress } from './page.ts'
import { hmac, type TestWebsite } from './website.ts'

export interface Link {
  operator?: string
  expires?: number | string
  secret?: string
  id?: string
  signed?: string
  place?: string
}

/** Unix time in seconds. */
export const now = () => Math.floor(Date.now() / 1_000)

/** The cookie that a response sets, as a browser sends it back, and its attributes. */
export function cookieOf({ headers }: LoadedPage) {
  const [cookie = '', ...attributes] = headers['set-cookie']?.[0]?.split('; ') ?? []
  return { cookie, attributes }
}

/** One website's console over HTTP. The server must trust this machine as a proxy: every call has a new address. */
export function consoleOf({ origin, websiteId, operatorSecret }: TestWebsite, email: string) {
  const open = (url: string, headers = {}, method = 'GET') =>
    load(url, { ...newAddress(), ...headers }, method)

  /** A sign-in link like that of a company's backend. */
  function linkTo({
    operator = email,
    expires = now() + 600,
    secret = operatorSecret,
    id = websiteId,
    signed = hmac(`${operator}:${expires}`, secret),
    place = '',
  }: Link = {}) {
    const query = new URLSearchParams({ email: operator, expires: String(expires), hmac: signed })
    return `${origin}/console/${id}${place}?${query}`
  }

  /** Calls the session's route as the console does. */
  function session(method: 'POST' | 'DELETE', cookie: string, headers = {}, id = websiteId) {
    const own = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie }
    return open(`${origin}/console/${id}/session`, { ...own, ...headers }, method)
  }

  return {
    open,
    linkTo,
    session,
    /** Signs an operator in; returns the cookie. */
    signIn: async (link: Link = {}) => cookieOf(await open(linkTo(link))).cookie,
    /** Session token for a cookie. */
    tokenFor: async (cookie: string): Promise<string> =>
      JSON.parse((await session('POST', cookie)).body).session.token,
  }
}

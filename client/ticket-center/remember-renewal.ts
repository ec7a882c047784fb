import type { Session } from '../graphql/session.ts'

/**
 * Chromium reloads a frame without a Referer, so that the signed link in its address would be refused. The
 * renewal token takes the place of the e-mail and its signature, which need not stay in the address anyway.
 */
export function rememberRenewal({ renewalToken }: Session): void {
  const url = new URL(location.href)
  url.searchParams.delete('email')
  url.searchParams.delete('hmac')
  url.searchParams.set('renewal', renewalToken)
  history.replaceState(history.state, '', url)
}

import type { Session } from '../graphql/session.ts'

/** The credentials leave the address at once; the renewal token in their place lets the page be reloaded. */
export function rememberRenewal(websiteId: string) {
  return ({ renewalToken }: Session): void => {
    const parameters = new URLSearchParams({ renewal: renewalToken })
    history.replaceState(history.state, '', `/console/${websiteId}?${parameters}${location.hash}`)
  }
}

import { hasCode } from '../../core/connection/error-codes.ts'
import { useConsoleRequestSignInLinkMutation } from '../../graphql/hooks.ts'
import { routeOf, websiteId } from '../address/address.ts'

export type LinkRequest = 'sent' | 'limited' | 'failed' | 'invalid'

/** Requests a sign-in link by email that returns to the ticket in the address. */
export function useRequestLink() {
  const [{ fetching }, send] = useConsoleRequestSignInLinkMutation()

  async function request(email: string): Promise<LinkRequest> {
    const { ticket } = routeOf(location.pathname)
    const ticketNumber = ticket && /^\d{1,9}$/.test(ticket) ? Number(ticket) : null
    // Without the Authorization header: the token of an ended session would be refused.
    const { data, error } = await send({ input: { websiteId, email, ticketNumber } }, { fetch })
    const result = data?.requestSignInLink
    if (result?.__typename === 'RequestSignInLinkPayload') return 'sent'
    if (result?.__typename === 'InvalidInput') return 'invalid'
    return hasCode(error?.graphQLErrors, 'RATE_LIMITED') ? 'limited' : 'failed'
  }

  return { request, busy: fetching }
}

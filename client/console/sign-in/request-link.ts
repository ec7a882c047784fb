import { stringifyDocument } from '@urql/core'
import { hasCode } from '../../core/connection/error-codes.ts'
import { post } from '../../core/connection/post.ts'
import {
  ConsoleRequestSignInLinkDocument,
  type ConsoleRequestSignInLinkMutation,
} from '../../graphql/operations.ts'
import { routeOf, websiteId } from '../address/address.ts'

const query = stringifyDocument(ConsoleRequestSignInLinkDocument)

export type LinkRequest = 'sent' | 'limited' | 'failed' | { issue: string }

/** Asks for an email with a sign-in link that leads back to the ticket in the address. */
export async function requestLink(email: string): Promise<LinkRequest> {
  const { ticket } = routeOf(location.pathname)
  const ticketNumber = ticket && /^\d{1,9}$/.test(ticket) ? Number(ticket) : null
  try {
    const variables = { input: { websiteId, email, ticketNumber } }
    const { data, errors } = await post({ query, variables }, fetch)
    const result = (data as ConsoleRequestSignInLinkMutation | null | undefined)?.requestSignInLink
    if (result?.__typename === 'RequestSignInLinkPayload') return 'sent'
    if (result?.__typename === 'InvalidInput') return { issue: result.issues[0]?.message ?? '' }
    return hasCode(errors, 'RATE_LIMITED') ? 'limited' : 'failed'
  } catch {
    return 'failed'
  }
}

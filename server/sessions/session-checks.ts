import type { WebsiteAccess } from '../identity/website.ts'
import {
  bad,
  type Check,
  checkDomain,
  checkIdentity,
  checkParticipants,
  checkWebsite,
  good,
} from './integration-check/check.ts'
import { type Refusal, readOperatorLink } from './sign-in.ts'

/** What a page passes to `openSession`. */
export interface SessionInput {
  websiteId: string
  email: string
  hmac: string
  expires?: number | null
  participants?: readonly string[] | null
}

/** Every reason for which `openSession` would refuse a call. `origin` is empty for a call without the header. */
export function checkSession(website: WebsiteAccess, input: SessionInput, origin: string): Check[] {
  const { websiteId, email, hmac, expires, participants } = input
  const identity = expires == null ? customer() : operator(expires)
  const domain = origin.trim()
    ? checkDomain(website, origin)
    : bad(
        'DOMAIN_MISSING',
        'The call has no Origin header.',
        'Send the origin of a page on an allowed domain.',
      )
  return [checkWebsite(website, websiteId), ...identity, domain]

  function customer(): Check[] {
    if (email.length > 254)
      return [bad('EMAIL_TOO_LONG', 'The address has more than 254 characters.', 'Pass only the address.')]
    return [...checkIdentity(website, email, hmac), ...checkParticipants(website, participants ?? [], email)]
  }

  function operator(until: number): Check[] {
    const proof = readOperatorLink(website, { email, hmac, expires: until })
    return [
      typeof proof === 'string' ? operatorProblem(proof) : good('HMAC_VALID', 'The signature is valid.'),
    ]
  }
}

function operatorProblem(refusal: Refusal): Check {
  if (refusal === 'expired')
    return bad(
      'EXPIRES_OUT_OF_RANGE',
      '`expires` is in the past or more than 24 hours ahead.',
      'Give a Unix time in seconds within 24 hours.',
    )
  if (refusal === 'not an operator')
    return bad(
      'EMAIL_NO_OPERATOR',
      'It is not the address of an operator.',
      'Add the operator in the settings.',
    )
  const fix = 'Sign `email:expires` with the operator secret, as 64 lower-case hexadecimal digits.'
  return bad(
    'HMAC_OPERATOR_INVALID',
    'It is not the signature of `email:expires` under the operator secret.',
    fix,
  )
}

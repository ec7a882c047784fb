import { canonicalEmail, isEmail } from '../../identity/email.ts'
import { signedEmail } from '../../identity/hmac.ts'
import { hostOf, isAllowedHost } from '../../identity/referrer.ts'
import { liveSecrets, type WebsiteAccess } from '../../identity/website.ts'
import { maxParticipants, participantsIn } from '../../participants/invite.ts'
import { diagnoseHmac } from './diagnose-hmac.ts'

export interface Check {
  /** What was checked. */
  name: string
  ok: boolean
  message: string
  fix: string | null
}

export const good = (name: string, message: string): Check => ({ name, ok: true, message, fix: null })
export const bad = (name: string, message: string, fix: string): Check => ({
  name,
  ok: false,
  message,
  fix,
})

export function checkWebsite(website: WebsiteAccess, id: string): Check {
  if (id.toLowerCase() === website.id) return good('website', `The website is ${website.name}.`)
  return bad(
    'website',
    `The address is for another website, ${id}.`,
    `The id of this website is ${website.id}.`,
  )
}

/** The email and its signature, verified as the server does. */
export function checkIdentity(website: WebsiteAccess, email: string | undefined, hmac = ''): Check[] {
  if (!email) return [bad('email', 'There is no `email`.', 'Pass the email address of the signed-in user.')]
  const signed = signedEmail(email, hmac, liveSecrets(website, 'CUSTOMER'))
  const repaired = email.replaceAll(' ', '+')
  if (signed) return [emailCheck(signed.email), good('hmac', 'The signature is valid.')]
  const diagnosis = diagnoseHmac(website, repaired, hmac)
  const wrong = diagnosis.ok
    ? bad(
        'hmac',
        'It is not the signature of this email address.',
        'Sign exactly the text you pass as `email`.',
      )
    : bad('hmac', diagnosis.message, diagnosis.fix)
  if (email === repaired) return [emailCheck(email), wrong]
  const plus = 'It has a space, or an unencoded plus sign, which means a space in a URL.'
  return [bad('email', plus, 'URL-encode it: + becomes %2B.'), wrong]
}

function emailCheck(email: string): Check {
  if (isEmail(canonicalEmail(email))) return good('email', `The email address is ${canonicalEmail(email)}.`)
  return bad('email', `“${email}” is not an email address.`, 'Pass only the address.')
}

/** `page` is the address of the embedding page, or only its host. */
export const checkPage = (website: WebsiteAccess, page: string) =>
  checkDomain(website, page.includes('://') ? page : `https://${page}`)

/** As the server reads a Referer or Origin. */
export function checkDomain(website: WebsiteAccess, referrer: string): Check {
  const host = hostOf(referrer)
  if (!host)
    return bad(
      'domain',
      'This is not the address of a page.',
      'Give the full address or origin of the page, starting with https://.',
    )
  if (!isAllowedHost(host, website.domains)) {
    return bad('domain', `${host} is not an allowed domain.`, `Add ${host} to the allowed domains.`)
  }
  return good('domain', `${host} is an allowed domain.`)
}

export function checkParticipants(website: WebsiteAccess, passed: readonly string[], email = ''): Check[] {
  const { participants, ignored } = participantsIn(passed, canonicalEmail(email))
  if (participants.length + ignored.length === 0) return []
  if (!website.participantsEnabled) {
    return [
      bad(
        'participants',
        'They are ignored: participants are disabled.',
        'Enable them in the settings, or remove the argument.',
      ),
    ]
  }
  if (ignored.length === 0) return [good('participants', `The participants are ${participants.join(', ')}.`)]
  return [
    bad(
      'participants',
      `Ignored: ${ignored.join(', ')}.`,
      `Pass at most ${maxParticipants} addresses of other people, URL-encoded and separated by commas.`,
    ),
  ]
}

import { canonicalEmail, isEmail } from '../../identity/email.ts'
import { signedEmail } from '../../identity/hmac.ts'
import { hostOf, isAllowedHost } from '../../identity/referrer.ts'
import { liveSecrets, type WebsiteAccess } from '../../identity/website.ts'
import { maxParticipants, participantsIn } from '../../participants/invite.ts'
import { diagnoseHmac } from './diagnose-hmac.ts'
import type { Finding } from './findings.ts'

export interface Check {
  code: Finding
  ok: boolean
  message: string
  fix: string | null
  /** Of the page, if the message contains one. */
  value: string | null
}

export function good(code: Finding, message: string, value: string | null = null): Check {
  return { code, ok: true, message, fix: null, value }
}

export function bad(code: Finding, message: string, fix: string, value: string | null = null): Check {
  return { code, ok: false, message, fix, value }
}

export function checkWebsite(website: WebsiteAccess, id: string): Check {
  if (id.toLowerCase() === website.id)
    return good('WEBSITE_VALID', `The website is ${website.name}.`, website.name)
  return bad(
    'WEBSITE_OTHER',
    `The address is for another website, ${id}.`,
    `The id of this website is ${website.id}.`,
    id,
  )
}

/** The email and its signature, verified as the server does. */
export function checkIdentity(website: WebsiteAccess, email: string | undefined, hmac = ''): Check[] {
  if (!email)
    return [bad('EMAIL_MISSING', 'There is no `email`.', 'Pass the email address of the signed-in user.')]
  const signed = signedEmail(email, hmac, liveSecrets(website, 'CUSTOMER'))
  const repaired = email.replaceAll(' ', '+')
  if (signed) return [emailCheck(signed.email), good('HMAC_VALID', 'The signature is valid.')]
  const diagnosis = diagnoseHmac(website, repaired, hmac)
  const wrong = diagnosis.ok
    ? bad(
        'HMAC_OF_OTHER_TEXT',
        'It is not the signature of this email address.',
        'Sign exactly the text you pass as `email`.',
      )
    : bad(diagnosis.code, diagnosis.message, diagnosis.fix, diagnosis.value)
  if (email === repaired) return [emailCheck(email), wrong]
  const plus = 'It has a space, or an unencoded plus sign, which means a space in a URL.'
  return [bad('EMAIL_PLUS_SIGN', plus, 'URL-encode it: + becomes %2B.'), wrong]
}

function emailCheck(email: string): Check {
  const canonical = canonicalEmail(email)
  if (isEmail(canonical)) return good('EMAIL_VALID', `The email address is ${canonical}.`, canonical)
  return bad('EMAIL_INVALID', `“${email}” is not an email address.`, 'Pass only the address.', email)
}

/** `page` is the address of the embedding page, or only its host. */
export const checkPage = (website: WebsiteAccess, page: string) =>
  checkDomain(website, page.includes('://') ? page : `https://${page}`)

/** As the server reads a Referer or Origin. */
export function checkDomain(website: WebsiteAccess, referrer: string): Check {
  const host = hostOf(referrer)
  if (!host)
    return bad(
      'DOMAIN_INVALID',
      'This is not the address of a page.',
      'Give the full address or origin of the page, starting with https://.',
    )
  if (!isAllowedHost(host, website.domains)) {
    const fix = `Add ${host} to the allowed domains.`
    return bad('DOMAIN_NOT_ALLOWED', `${host} is not an allowed domain.`, fix, host)
  }
  return good('DOMAIN_VALID', `${host} is an allowed domain.`, host)
}

export function checkParticipants(website: WebsiteAccess, passed: readonly string[], email = ''): Check[] {
  const { participants, ignored } = participantsIn(passed, canonicalEmail(email))
  if (participants.length + ignored.length === 0) return []
  if (!website.participantsEnabled) {
    return [
      bad(
        'PARTICIPANTS_DISABLED',
        'They are ignored: participants are disabled.',
        'Enable them in the settings, or remove the argument.',
      ),
    ]
  }
  if (ignored.length === 0) {
    const list = participants.join(', ')
    return [good('PARTICIPANTS_VALID', `The participants are ${list}.`, list)]
  }
  const list = ignored.join(', ')
  const fix = `Pass at most ${maxParticipants} addresses of other people, URL-encoded and separated by commas.`
  return [bad('PARTICIPANTS_IGNORED', `Ignored: ${list}.`, fix, list)]
}

import { canonicalEmail, isEmail } from '../access/email.ts'
import { hostOf, isAllowedHost } from '../access/referrer.ts'
import type { WebsiteAccess } from '../access/website.ts'
import { mostParticipants, participantsIn } from '../participants/invite.ts'
import { diagnoseHmac } from './diagnose-hmac.ts'
import { addressIn, websiteIdIn } from './iframe-address.ts'
import { readParameters } from './parameters.ts'

export interface Check {
  /** What was looked at. */
  name: string
  ok: boolean
  message: string
  remedy: string | null
}

const good = (name: string, message: string): Check => ({ name, ok: true, message, remedy: null })
const bad = (name: string, message: string, remedy: string): Check => ({ name, ok: false, message, remedy })

/** Everything that the document route would refuse an iframe for, and what is easily got wrong beside it. */
export function checkIntegration(website: WebsiteAccess, pasted: string, referrer: string): Check[] {
  const { address, curly } = addressIn(pasted)
  const quotes = curly
    ? [
        bad(
          'quotes',
          'The tag has curly quotes: browsers take them for part of the address.',
          'Use straight quotes, ".',
        ),
      ]
    : []
  if (!URL.canParse(address)) {
    return [
      ...quotes,
      bad('address', 'This is not a complete address.', 'Give the iframe’s `src`, from https:// on.'),
    ]
  }
  const url = new URL(address)
  const id = websiteIdIn(url)
  if (id === null) {
    return [...quotes, bad('address', `The path is ${url.pathname}.`, `It should be /tickets/${website.id}.`)]
  }
  const checks = [...quotes, good('address', 'The path is right.'), checkWebsite(website, id)]
  const parameters = readParameters(url)
  if (!parameters) {
    const remedy = 'Give each argument once, without brackets, and encode it for a URL.'
    return [
      ...checks,
      bad('arguments', 'An argument is malformed or given twice.', remedy),
      checkDomain(website, referrer),
    ]
  }
  const raw = /[?&]email=([^&]*)/.exec(url.search)?.[1] ?? ''
  const email = parameters.email?.replaceAll(' ', '+') ?? ''
  checks.push(checkEmail(parameters.email, raw))
  if (email) {
    const diagnosis = diagnoseHmac(website, email, parameters.hmac)
    checks.push(
      diagnosis.ok
        ? good('hmac', 'The signature is right.')
        : bad('hmac', diagnosis.message, diagnosis.remedy),
    )
  }
  return [
    ...checks,
    checkDomain(website, referrer),
    ...checkParticipants(website, parameters.participants, canonicalEmail(email)),
  ]
}

function checkWebsite(website: WebsiteAccess, id: string): Check {
  if (id.toLowerCase() === website.id) return good('website', `The website is ${website.name}.`)
  return bad('website', `The address names another website, ${id}.`, `This one’s id is ${website.id}.`)
}

function checkEmail(email: string | undefined, raw: string): Check {
  if (!email) return bad('email', 'There is no `email`.', 'Pass the address of whoever is signed in.')
  if (raw.includes('+')) {
    return bad(
      'email',
      'It has a plus sign that is not encoded, which means a space in an address.',
      'Encode it for a URL: + is %2B.',
    )
  }
  if (!isEmail(email.trim()))
    return bad('email', `“${email}” is not an e-mail address.`, 'Pass the address alone.')
  return good('email', `The e-mail is ${email}.`)
}

function checkDomain(website: WebsiteAccess, referrer: string): Check {
  const host = hostOf(referrer.includes('://') ? referrer : `https://${referrer}`)
  if (!host)
    return bad('domain', 'The embedding page has no host.', 'Give the address of the page, from https:// on.')
  if (!isAllowedHost(host, website.domains)) {
    return bad('domain', `${host} is not an allowed domain.`, `Add ${host} to the allowed domains.`)
  }
  return good('domain', `${host} is an allowed domain.`)
}

function checkParticipants(website: WebsiteAccess, passed: string[], customer: string): Check[] {
  const { participants, ignored } = participantsIn(passed, customer)
  if (participants.length + ignored.length === 0) return []
  if (!website.participantsEnabled) {
    return [
      bad(
        'participants',
        'They are ignored: participants are switched off.',
        'Switch them on in the settings, or leave the argument out.',
      ),
    ]
  }
  if (ignored.length === 0) return [good('participants', `They are ${participants.join(', ')}.`)]
  return [
    bad(
      'participants',
      `Ignored: ${ignored.join(', ')}.`,
      `Pass at most ${mostParticipants} addresses of others, separated by commas, each encoded for a URL.`,
    ),
  ]
}

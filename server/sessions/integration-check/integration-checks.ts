import { loopbackHosts, originOf } from '../../identity/referrer.ts'
import type { WebsiteAccess } from '../../identity/website.ts'
import { websiteIdIn } from '../document-paths.ts'
import { readParameters } from '../parameters.ts'
import { bad, type Check, checkIdentity, checkPage, checkParticipants, checkWebsite, good } from './check.ts'
import { readTag } from './iframe-tag.ts'

/** Every reason for which the document route would refuse an iframe, and common mistakes. */
export async function checkIframe(
  website: WebsiteAccess,
  pasted: string,
  referrer: string,
): Promise<Check[]> {
  const { address, attributes, curly } = readTag(pasted)
  const tag = [...(curly ? [curlyQuotes] : []), ...checkTag(attributes)]
  if (!URL.canParse(address)) {
    const fix = 'Give the full `src` of the iframe, starting with https://.'
    return [...tag, bad('ADDRESS_INCOMPLETE', 'This is not a complete address.', fix)]
  }
  const url = new URL(address)
  const id = await websiteIdIn(url)
  if (id === null) {
    const fix = `It should be /tickets/${website.id}.`
    return [...tag, bad('ADDRESS_PATH', `The path is ${url.pathname}.`, fix, url.pathname)]
  }
  const checks = [...tag, checkAddress(url, referrer), checkWebsite(website, id)]
  const parameters = readParameters(url)
  if (!parameters) {
    const message = '`email` or `hmac` is malformed or given twice.'
    const fix = 'Give each once, URL-encoded, without brackets or line breaks.'
    return [...checks, bad('ARGUMENTS_MALFORMED', message, fix), checkPage(website, referrer)]
  }
  const { email, hmac, participants } = parameters
  return [
    ...checks,
    ...checkIdentity(website, email, hmac),
    checkPage(website, referrer),
    ...checkParticipants(website, participants, email),
  ]
}

const curlyQuotes = bad(
  'QUOTES_CURLY',
  'The tag has curly quotes, which browsers treat as part of the address.',
  'Use straight quotes, ".',
)

function checkAddress(url: URL, referrer: string): Check {
  const mixed = url.protocol === 'http:' && !loopbackHosts.has(url.hostname)
  if (!mixed || originOf(referrer)?.startsWith('http:')) return good('ADDRESS_VALID', 'The path is correct.')
  return bad(
    'ADDRESS_HTTP',
    'Browsers do not show http frames in https pages.',
    'Start the address with https://.',
  )
}

/** Attributes with which the browser omits the Referer, shows something else or blocks the app. */
function checkTag({ referrerpolicy, sandbox, srcdoc }: Record<string, string>): Check[] {
  const checks: Check[] = []
  if (srcdoc !== undefined)
    checks.push(bad('ADDRESS_SRCDOC', 'The tag has `srcdoc`, which is shown instead of `src`.', 'Remove it.'))
  if (/^(no-referrer|same-origin)$/i.test(referrerpolicy?.trim() ?? '')) {
    const message = `\`referrerpolicy="${referrerpolicy}"\` hides the embedding page, so it is refused.`
    checks.push(bad('REFERRERPOLICY_HIDES_PAGE', message, 'Write referrerpolicy="origin".', referrerpolicy))
  } else if (referrerpolicy !== undefined) {
    checks.push(good('REFERRERPOLICY_VALID', 'The embedding page sends its Referer.'))
  }
  if (sandbox !== undefined) checks.push(checkSandbox(sandbox.toLowerCase().split(/\s+/)))
  return checks
}

function checkSandbox(given: string[]): Check {
  const missing = ['allow-scripts', 'allow-forms', 'allow-popups'].filter((right) => !given.includes(right))
  if (missing.length === 0) return good('SANDBOX_VALID', 'The sandbox allows everything the app needs.')
  const list = missing.join(', ')
  const message = `The sandbox lacks ${list}: the app cannot run, send or open links.`
  return bad('SANDBOX_INCOMPLETE', message, 'Write sandbox="allow-forms allow-popups allow-scripts".', list)
}

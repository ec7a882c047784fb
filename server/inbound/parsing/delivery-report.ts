import libmime from 'libmime'
import { oneLine } from '../../emails/one-line.ts'
import { withoutEmailTokens } from '../../notifications/email-token.ts'
import { automation } from './automatic.ts'
import { decodeText, decodeUndeclared } from './charset.ts'
import { type Field, headerFields, valuesOf } from './header.ts'
import { type Part, partIn, partsOf } from './mime.ts'

/** Bytes searched for the report: the returned email follows it. */
const reportLimit = 256 * 1024
/** Characters. */
const maxFailureLength = 300

/**
 * Why an email was not delivered, from the message at its bounce address: a delivery report (RFC 3464), or a bounce
 * without one. Null for anything else: delays, deliveries, out-of-office replies, and what cannot be read.
 */
export async function failureIn(
  raw: Uint8Array,
  fields: Field[],
  envelopeFrom: string | null,
): Promise<string | null> {
  const root = await partsOf(raw.subarray(0, reportLimit)).catch(() => undefined)
  if (!root) return null
  const status = partIn(root, ({ type }) => /^message\/(?:global-)?delivery-status$/.test(type))
  return status ? reported(status) : bounceIn(root, fields, envelopeFrom)
}

/** A report has one group of fields for each recipient: an alias may have several. */
function reported({ bytes }: Part): string | null {
  for (const group of decodeUndeclared(bytes).split(/(?:\r?\n[ \t]*){2,}/)) {
    const fields = headerFields(Buffer.from(group.trimStart()))
    const first = (name: string) => valuesOf(fields, name)[0] ?? ''
    const action = /^[a-z]*/i.exec(first('action'))?.[0].toLowerCase()
    const [status = ''] = /^[245]\.\d{1,3}\.\d{1,3}/.exec(first('status')) ?? []
    if (action ? action !== 'failed' : !status.startsWith('5')) continue
    const diagnostic = first('diagnostic-code').replace(/^[\w-]{1,40}\s?;/, '')
    return clean(diagnostic.includes(status) ? diagnostic : `${status} ${diagnostic}`)
  }
  return null
}

/** Bounces have an empty sender. Over HTTP the sender may be unknown; then the program's name counts. */
function bounceIn(root: Part, fields: Field[], envelopeFrom: string | null): string | null {
  const [from = '', encoded = ''] = ['from', 'subject'].map((name) => valuesOf(fields, name)[0])
  const subject = libmime.decodeWords(encoded)
  const byServer = /\bmailer-daemon@/i.test(from) || valuesOf(fields, 'x-failed-recipients').length > 0
  const sender = envelopeFrom ?? (byServer || from === '' || /\bpostmaster@/i.test(from) ? '' : from)
  const text = textIn(root)
  if (sender !== '' || (!byServer && automation(fields, subject, null))) return null
  if (/\b(?:delay(?:ed)?|warning)\b/i.test(subject) || stillTried.test(text)) return null
  return clean(text.split('\n').find((line) => permanent.test(line)) ?? '')
}

const stillTried = /\bwill (?:be retried|continue|keep trying)\b|\b(?:do not|don't) need to resend\b/i

/** An SMTP code or status that means a permanent failure, and is not part of an IP address. */
const permanent = /(?<![\w.])5(?:[0-5]\d[ -]|\.\d{1,3}\.\d{1,3}(?!\.?\d))/

function textIn(root: Part): string {
  const part = partIn(root, ({ type, children }) => children.length === 0 && /^(?:text\/plain)?$/.test(type))
  return part ? decodeText(part.bytes, part.charset) : ''
}

const tag = /<(?:[!?/][^<>]*|[a-z][a-z0-9]*(?:\s[^<>]*)?\/?)>/gi

/** For operators: one short line, without HTML and without our secret addresses. */
function clean(text: string): string {
  const line = withoutEmailTokens(oneLine(oneLine(text.slice(0, 10_000)).replace(tag, ' ')))
  return line.slice(0, maxFailureLength).toWellFormed() || 'The email bounced'
}

import type { Context } from 'hono'
import { type Field, headerFields, valuesOf } from './header.ts'
import { mailLimit, receive } from './receive.ts'
import { admission, mostRecipients, threadsIn } from './reply-address.ts'
import { isSigned, isTimely } from './signature.ts'

/** Bodies that are read at a time: whoever sends them is known only afterwards. */
const mostBodies = 8
const recipientFields = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to']

let bodies = 0

/** `POST /inbound`: takes a mail, as MIME, from a mail provider that signs it with the secret. */
export async function takeMail(call: Context, secret: string): Promise<Response> {
  const header = (name: string) => call.req.header(name) ?? ''
  const signed = {
    'webhook-id': header('webhook-id'),
    'webhook-timestamp': header('webhook-timestamp'),
    'webhook-signature': header('webhook-signature'),
  }
  if (!isTimely(signed)) return refuse(call)
  if (bodies >= mostBodies)
    return call.text('Too many mails at a time: try again later', 503, { 'retry-after': '5' })
  const raw = await bodyOf(call)
  if (!raw) return call.text(`A mail has at most ${mailLimit} bytes`, 413)
  if (!isSigned(signed, raw, secret)) return refuse(call)
  const fields = headerFields(raw)
  const recipients = await admitted(recipientsOf(fields))
  if (recipients === 'busy') return call.text('This mailbox has had too many mails: try again later', 429)
  if (recipients.length === 0) {
    return call.text(`None of ${recipientFields.join(', ')} has a reply address of this server`, 422)
  }
  await receive(raw, { from: returnPath(fields), threadIds: recipients })
  return call.text('The mail is kept', 202)
}

/** The body; null when it is too large. */
async function bodyOf({ req }: Context): Promise<Uint8Array | null> {
  if (Number(req.header('content-length')) > mailLimit) return null
  const parts: Uint8Array[] = []
  let size = 0
  bodies++
  try {
    for await (const part of req.raw.body ?? []) {
      size += part.byteLength
      if (size > mailLimit) return null
      parts.push(part)
    }
  } finally {
    bodies--
  }
  return Buffer.concat(parts)
}

function refuse(call: Context): Response {
  return call.text('The signature is missing, wrong or too old', 401)
}

function recipientsOf(fields: Field[]): string[] {
  return threadsIn(recipientFields.flatMap((name) => valuesOf(fields, name)).join('\n')).slice(
    0,
    mostRecipients,
  )
}

/** Those that take mails; 'busy' when one of them would later. */
async function admitted(threadIds: string[]): Promise<string[] | 'busy'> {
  const open: string[] = []
  for (const threadId of threadIds) {
    const answer = await admission(threadId)
    if (answer === 'busy') return 'busy'
    if (answer === 'open') open.push(threadId)
  }
  return open
}

/** Address to which bounces go, which the last mail server notes in the header; null when it did not. */
function returnPath(fields: Field[]): string | null {
  const [path] = valuesOf(fields, 'return-path')
  return path === undefined ? null : path.replace(/^<|>$/g, '').trim()
}

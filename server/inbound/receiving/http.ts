import { GraphQLError } from 'graphql'
import { take } from '../../api/limits.ts'
import { addressOf } from '../../identity/caller-address.ts'
import { type EmailCall, readBody } from './body.ts'
import { withinBudget } from './budget.ts'
import { envelopeIn } from './envelope.ts'
import { emailLimit, receive } from './receive.ts'
import { admission, idsIn } from './reply-address.ts'
import { isSigned, isTimely } from './signature.ts'

/** `POST /inbound`: takes an email as MIME from an email provider that signs it with the secret. */
export async function takeEmail(call: EmailCall, secret: string): Promise<Response> {
  const header = (name: string) => call.req.header(name) ?? ''
  const signed = {
    'webhook-id': header('webhook-id'),
    'webhook-timestamp': header('webhook-timestamp'),
    'webhook-signature': header('webhook-signature'),
  }
  const address = addressOf(call.env.incoming)
  if (!isTimely(signed)) return refuse(call, address)
  return withinBudget(async (fits) => {
    const raw = await readBody(call, address, fits)
    if (raw === 'too large') return call.text(`An email can have at most ${emailLimit} bytes`, 413)
    if (raw === 'silent') return call.text('The request body stopped arriving', 408)
    if (raw === 'no room')
      return call.text('Too many concurrent emails: try again later', 503, { 'retry-after': '5' })
    if (!isSigned(signed, raw, secret)) return refuse(call, address)
    return store(call, raw)
  })
}

async function store(call: EmailCall, raw: Uint8Array): Promise<Response> {
  const { recipients, from } = envelopeIn(raw)
  const threadIds = await admitted('reply', recipients)
  const emailIds = await admitted('bounce', recipients)
  if (threadIds === 'busy' || emailIds === 'busy')
    return call.text('This mailbox accepts no more emails for now: try again later', 429)
  if (threadIds.length + emailIds.length === 0) {
    return call.text(
      'No recipient field, such as To, Cc, Delivered-To or X-Original-To, contains a reply address of this server',
      422,
    )
  }
  await receive(raw, { from, threadIds, emailIds })
  return call.text('Accepted', 202)
}

/** With 429 once an address has been refused too often. */
async function refuse(call: EmailCall, address: string): Promise<Response> {
  try {
    await take('refusal', address)
    return call.text('The signature is missing, wrong or too old', 401)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    return call.text(error.message, 429, { 'retry-after': String(error.extensions.retryAfter) })
  }
}

/** The ids of the addresses in this text that take emails; 'busy' if one of them would later. */
async function admitted(purpose: 'reply' | 'bounce', recipients: string): Promise<string[] | 'busy'> {
  const open: string[] = []
  for (const id of idsIn(purpose, recipients)) {
    const answer = await admission(purpose, id)
    if (answer === 'busy') return 'busy'
    if (answer === 'open') open.push(id)
  }
  return open
}

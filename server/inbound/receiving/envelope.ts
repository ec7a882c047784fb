import { trimAscii } from '../../identity/email.ts'
import { type Field, headerFields, valuesOf } from '../parsing/header.ts'

export const recipientFields = [
  'to',
  'cc',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-forwarded-to',
  'x-rcpt-to',
  'x-real-to',
  'apparently-to',
  'resent-to',
]

/** Sender and recipients of an email that arrived without its envelope, as far as servers noted them in its header. */
export function envelopeIn(raw: Uint8Array): { recipients: string; from: string | null } {
  const fields = headerFields(raw)
  return { recipients: recipientsOf(fields), from: returnPath(fields) }
}

function recipientsOf(fields: Field[]): string {
  const named = recipientFields.flatMap((name) => valuesOf(fields, name))
  // The mail server that received it notes the recipient: the only trace of one in Bcc.
  const noted = valuesOf(fields, 'received').map((value) => /\bfor\s+<?([^\s<>;]+)/i.exec(value)?.[1] ?? '')
  return [...named, ...noted].join('\n')
}

/** The bounce address, which the last mail server notes in the header; null if it did not. */
function returnPath(fields: Field[]): string | null {
  const [path] = valuesOf(fields, 'return-path')
  return path === undefined ? null : trimAscii(path.replace(/^<|>$/g, ''))
}

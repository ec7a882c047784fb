import { trimAscii } from '../../identity/email.ts'
import { type Field, headerFields, valuesOf } from '../parsing/header.ts'

/**
 * Whether a field names recipients: `To`, `Resent-Cc`, `X-Delivered-To`, `X-Original-Recipient` and what else servers
 * write. Not fields that say where something should go, such as `Reply-To`.
 */
export const namesRecipients = (field: string) =>
  /(?:^|-)(?:to|cc|bcc|rcpt|recipient)$/.test(field) &&
  !/reply|followup|follow-up|notification|receipt|errors|report|complain|failed/.test(field)

/** Sender and recipients of an email that arrived without its envelope, as far as servers noted them in its header. */
export function envelopeIn(raw: Uint8Array): { recipients: string; from: string | null } {
  const fields = headerFields(raw)
  return { recipients: recipientsOf(fields), from: returnPath(fields) }
}

function recipientsOf(fields: Field[]): string {
  const named = fields.filter(([name]) => namesRecipients(name)).map(([, value]) => value)
  // The mail server that received it notes the recipient: the only trace of one in Bcc.
  const noted = valuesOf(fields, 'received').map((value) => /\bfor\s+<?([^\s<>;]+)/i.exec(value)?.[1] ?? '')
  return [...named, ...noted].join('\n')
}

/** The bounce address, which the last mail server notes in the header; null if it did not. */
function returnPath(fields: Field[]): string | null {
  const [path] = valuesOf(fields, 'return-path')
  return path === undefined ? null : trimAscii(path.replace(/^<|>$/g, ''))
}

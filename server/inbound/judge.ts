import type { MailRole } from '../../prisma/generated/client/enums.ts'
import { type Field, valuesOf } from './header.ts'
import { isSameMailbox, senderOf } from './sender.ts'

/** What a mail is judged by. */
export interface Evidence {
  fields: Field[]
  /** Empty for bounces, null when it is not known. */
  envelopeFrom: string | null
  /** Whether it has neither text nor attachment. */
  empty: boolean
}

/** The mail thread whose reply address it came to. */
export interface Addressee {
  role: MailRole
  email: string
  /** Whether the ticket is still theirs to see. */
  follows: boolean
}

export type Verdict = { state: 'POSTED' } | { state: 'QUARANTINED' | 'DROPPED'; reason: string }

/** What becomes of a mail: a message, a case for the team, or nothing. */
export function judge(mail: Evidence, { role, email, follows }: Addressee): Verdict {
  const automatic = automation(mail)
  if (automatic) return { state: 'DROPPED', reason: automatic }
  if (mail.empty) return { state: 'DROPPED', reason: 'It says nothing' }
  if (role === 'OPERATOR') return quarantined('Operators do not answer by mail')
  const sender = senderOf(mail.fields)
  if (sender === null) return quarantined('Who sent it cannot be told for certain')
  if (!isSameMailbox(sender, email)) return quarantined(`It was sent by somebody else than ${email}`)
  if (!follows) return quarantined('Its sender no longer follows the ticket')
  return { state: 'POSTED' }
}

function quarantined(reason: string): Verdict {
  return { state: 'QUARANTINED', reason }
}

/** Why nobody is taken to have written the mail; null when somebody is. Answers to such mails would go round for ever. */
function automation({ fields, envelopeFrom }: Evidence): string | null {
  const first = (name: string) => valuesOf(fields, name)[0]
  const word = (name: string) => /^[^;\s]*/.exec(first(name)?.toLowerCase() ?? '')?.[0] ?? ''
  if (first('x-ticket-center') !== undefined) return 'It is a mail of a ticket center'
  if (envelopeFrom === '') return 'It is a bounce'
  if (
    /^(multipart\/report|message\/(delivery-status|disposition-notification))$/.test(word('content-type'))
  ) {
    return 'It is a delivery report'
  }
  if (/(^|[<\s"])(mailer-daemon|postmaster)@/i.test(first('from') ?? '')) return 'It is from a mail server'
  if (!['', 'no'].includes(word('auto-submitted'))) return 'It is an automatic answer'
  if (['x-autoreply', 'x-autorespond'].some((name) => !['', 'no'].includes(word(name)))) {
    return 'It is an automatic answer'
  }
  if (['bulk', 'junk', 'list', 'auto_reply'].includes(word('precedence'))) return 'It is bulk mail'
  if (first('list-id') !== undefined) return 'It is from a mailing list'
  return null
}

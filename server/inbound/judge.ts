import type { MailRole } from '../../prisma/generated/client/enums.ts'
import { automation } from './parsing/automatic.ts'
import type { Field } from './parsing/header.ts'
import { isSameMailbox, senderOf } from './sender.ts'

/** What a mail is judged by. */
export interface Evidence {
  fields: Field[]
  /** Decoded; empty where there is none. */
  subject: string
  /** Empty for bounces, null when it is not known. */
  envelopeFrom: string | null
  /** Whether it has neither text nor attachment. */
  empty: boolean
  /** Whether it is too long for messages. */
  tooLong: boolean
  /** Whether its text is what could be found in a document. */
  rough: boolean
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
  const automatic = automation(mail.fields, mail.subject, mail.envelopeFrom)
  // Replies to such emails would loop.
  if (automatic?.proof) return { state: 'DROPPED', reason: automatic.reason }
  if (mail.empty) return { state: 'DROPPED', reason: 'It says nothing' }
  if (role === 'OPERATOR') return quarantined('Operators do not answer by mail')
  const sender = senderOf(mail.fields)
  if (sender === null) return quarantined('Who sent it cannot be told for certain')
  if (!isSameMailbox(sender, email)) return quarantined(`It was sent by somebody else than ${email}`)
  if (!follows) return quarantined('Its sender no longer follows the ticket')
  if (mail.tooLong) return quarantined('It is too long for messages')
  if (mail.rough) return quarantined('It is a document in RTF, of which these words could be read')
  return automatic ? quarantined(automatic.reason) : { state: 'POSTED' }
}

function quarantined(reason: string): Verdict {
  return { state: 'QUARANTINED', reason }
}

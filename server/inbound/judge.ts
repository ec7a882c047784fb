import type { EmailRole } from '../../prisma/generated/client/enums.ts'
import { automation } from './parsing/automatic.ts'
import type { Field } from './parsing/header.ts'
import { isSameMailbox, senderOf } from './sender.ts'

/** What the decision about an email is based on. */
export interface Evidence {
  fields: Field[]
  /** Decoded; empty if there is none. */
  subject: string
  /** Empty for bounces, null if unknown. */
  envelopeFrom: string | null
  /** Whether it has neither text nor attachment. */
  empty: boolean
  /** Whether its text had to be extracted from a document. */
  rough: boolean
}

/** The email thread of the reply address it was sent to. */
export interface Addressee {
  role: EmailRole
  email: string
  /** Whether they may still see the ticket. */
  follows: boolean
}

export type Verdict = { state: 'POSTED' } | { state: 'QUARANTINED' | 'DROPPED'; reason: string }

/** Decides whether an email is posted, quarantined or dropped. */
export function judge(evidence: Evidence, { role, email, follows }: Addressee): Verdict {
  const automatic = automation(evidence.fields, evidence.subject, evidence.envelopeFrom)
  // Replies to automatic emails would loop.
  if (automatic?.proof) return { state: 'DROPPED', reason: automatic.reason }
  if (evidence.empty) return { state: 'DROPPED', reason: 'Empty email' }
  if (role === 'OPERATOR') return quarantined('Operators cannot reply by email')
  const sender = senderOf(evidence.fields)
  if (sender === null) return quarantined('The sender is ambiguous')
  if (!isSameMailbox(sender, email)) return quarantined(`Not sent by ${email}`)
  if (!follows) return quarantined('The sender no longer follows the ticket')
  if (evidence.rough) return quarantined('Only this text could be read from its RTF document')
  return automatic ? quarantined(automatic.reason) : { state: 'POSTED' }
}

function quarantined(reason: string): Verdict {
  return { state: 'QUARANTINED', reason }
}

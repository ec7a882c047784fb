import type { EmailContent } from '../../prisma/generated/client/enums.ts'
import type { AuthorKind } from '../text/markdown.ts'

/** The company that an email comes from. */
export interface Brand {
  name: string
  /** `#rrggbb`; null for a neutral default. */
  accentColor: string | null
  /** https address of an image. */
  logoUrl: string | null
}

export interface EmailMessage {
  /** The author's name as the reader knows it. */
  author: string
  /** The source text: Markdown by the team, plain text by customers. */
  body: string
  kind: AuthorKind
  createdAt: Date
}

/** The data of every email about a ticket. */
export interface TicketEmail {
  brand: Brand
  ticket: { number: number; subject: string }
  /** How much of the messages to show. */
  content: EmailContent
  /** Messages in the email, oldest first. */
  messages: EmailMessage[]
  /** Number of older messages, which the email only counts. */
  further: number
  /** Where the reader finds the ticket; null if unknown. */
  url: string | null
  /** Whether the reader is the ticket's customer, not a participant. */
  own: boolean
  /** Whether replies to this email reach the ticket. */
  answerable: boolean
  /** Page on which the reader mutes the ticket, or everything. */
  muteUrl: string
}

export interface InvitedEmail extends TicketEmail {
  /** The customer's address, which is verified. */
  customerEmail: string
  /**
   * Page on which the reader accepts this ticket's emails; null if they have. While it is set, the email contains
   * nothing that anybody wrote, not even the subject.
   */
  confirmUrl: string | null
}

export interface TeamEmail extends TicketEmail {
  customer: { name: string; email: string }
  categoryName: string | null
}

export interface SignInEmail {
  brand: Brand
  /** The link that signs the reader in. */
  url: string
}

export interface WebhookDisabledEmail {
  brand: Brand
  /** Of the endpoint: its whole address may contain a key. */
  host: string
  /** It answered 410 Gone, or accepted nothing for days. */
  reason: 'GONE' | 'FAILED'
  /** The page of the settings. */
  url: string
}

/** The data of each kind of email. */
export interface TemplateData {
  RECEIVED: TicketEmail
  REPLIED: TicketEmail
  SOLVED: TicketEmail
  INVITED: InvitedEmail
  TEAM_OPENED: TeamEmail
  TEAM_REPLIED: TeamEmail
  SIGN_IN: SignInEmail
  OPERATOR_INVITED: SignInEmail
  WEBHOOK_DISABLED: WebhookDisabledEmail
  TEST: { brand: Brand }
}

export type TemplateKind = keyof TemplateData

/** The parts of an email; the subject is one line. */
export interface RenderedEmail {
  subject: string
  html: string
  text: string
}

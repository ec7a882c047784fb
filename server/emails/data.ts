import type { EmailContent } from '../../prisma/generated/client/enums.ts'
import type { AuthorKind } from '../text/markdown.ts'

/** The company that an email comes from. */
export interface Brand {
  name: string
  /** `#rrggbb`; a quiet default where it is null. */
  accentColor: string | null
  /** https address of a picture. */
  logoUrl: string | null
}

export interface EmailMessage {
  /** Name of the author, as the reader knows them. */
  author: string
  /** As written: Markdown of the team, plain text of customers. */
  body: string
  kind: AuthorKind
  createdAt: Date
}

/** What every email about a ticket can say. */
export interface TicketEmail {
  brand: Brand
  ticket: { number: number; subject: string }
  /** How much of the messages is shown. */
  content: EmailContent
  /** Messages in the email, oldest first. */
  messages: EmailMessage[]
  /** Number of older messages that the email only counts. */
  further: number
  /** Where the reader finds the ticket; null when the company has not said. */
  url: string | null
  /** Whether the reader opened the ticket, rather than following it. */
  own: boolean
  /** Whether an answer to this email reaches the ticket. */
  answerable: boolean
  /** Page on which the reader mutes the ticket, or everything. */
  muteUrl: string
}

export interface InvitedEmail extends TicketEmail {
  /** Who the ticket belongs to: their address, which is verified. */
  customerEmail: string
  /** Page on which the reader agrees to get this ticket's emails; null when they are known already. While it is set, nothing that somebody wrote stands in the mail: not even the subject. */
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

/** What each kind of email is made of. */
export interface TemplateData {
  RECEIVED: TicketEmail
  REPLIED: TicketEmail
  SOLVED: TicketEmail
  INVITED: InvitedEmail
  TEAM_OPENED: TeamEmail
  TEAM_REPLIED: TeamEmail
  SIGN_IN: SignInEmail
  OPERATOR_INVITED: SignInEmail
  TEST: { brand: Brand }
}

export type TemplateKind = keyof TemplateData

/** An email's three parts; the subject is one line. */
export interface RenderedEmail {
  subject: string
  html: string
  text: string
}

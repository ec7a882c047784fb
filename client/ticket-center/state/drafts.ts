export interface NewTicketDraft {
  subject: string
  body: string
  categoryId: string
  /** Values of the category's fields, by name: also of those that are not shown, or of another category. */
  fields: Record<string, string>
}

export const emptyTicket: NewTicketDraft = { subject: '', body: '', categoryId: '', fields: {} }

/** What is not sent, for as long as the frame lives: it has no storage. `comments` are those of ratings, by ticket. */
export const drafts = { newTicket: emptyTicket, comments: new Map<string, string>() }

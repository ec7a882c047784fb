export interface NewTicketDraft {
  subject: string
  body: string
  categoryId: string
}

export const emptyTicket: NewTicketDraft = { subject: '', body: '', categoryId: '' }

/** Unsent text, for as long as the frame lives: it has no storage. */
export const drafts = {
  newTicket: emptyTicket,
  replies: new Map<string, string>(),
}

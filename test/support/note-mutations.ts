import { proposedReply } from './proposed-reply.ts'
import { notOperators, type Row, team } from './verdicts.ts'

/** Mutations of notes and proposed replies. */
export const noteMutations: Record<string, Row> = {
  addNote: {
    verdicts: team,
    // Customers would see that of the ticket itself.
    changesTicket: false,
    input: (ticketId) => ({ ticketId, body: 'Please check' }),
  },
  proposeReply: {
    verdicts: team,
    changesTicket: false,
    input: (ticketId) => ({ ticketId, body: 'Try this' }),
  },
  approveReply: {
    verdicts: { ...team, ok: 'agent admin', NotFound: 'foreignAdmin', FORBIDDEN: notOperators },
    changesTicket: true,
    input: (ticketId) => proposedReply(ticketId),
  },
  discardReply: {
    verdicts: team,
    changesTicket: false,
    input: (ticketId) => proposedReply(ticketId),
  },
}

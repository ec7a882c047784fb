import type { ConsoleSettingsWebsiteFragment } from '../../../graphql/operations.ts'
import {
  type Conversation,
  initialState,
  type Message,
  type State,
  type Ticket,
} from '../../../ticket-center/state/state.ts'

const customer = { __typename: 'Customer' as const, id: 'customer', name: 'Jane Doe' }
const operator = { __typename: 'Operator' as const, id: 'operator', name: 'Sam Ortiz' }
export const sampleTicketId = 'ticket 3'

const hour = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString()

function ticket(number: number, status: Ticket['status'], subject: string, preview: string): Ticket {
  const lastActivityAt = ago(number === 3 ? 1 : (4 - number) * 30)
  return {
    id: `ticket ${number}`,
    number,
    subject,
    status,
    categoryName: number === 1 ? null : 'Billing',
    preview,
    messageCount: 3,
    unreadCount: number === 2 ? 1 : 0,
    createdAt: lastActivityAt,
    lastActivityAt,
  }
}

const tickets = [
  ticket(3, 'PENDING', 'Invoice for last month', 'Thank you, that is the one I was looking for.'),
  ticket(2, 'OPEN', 'Change our billing address', 'We have moved to a new office.'),
  ticket(1, 'SOLVED', 'Sign-in code does not arrive', 'It works again.'),
]

const dialogue = [
  'Hello, I cannot find the invoice for last month.',
  'Good morning, Jane. Invoices are under <a href="#">Billing</a>. I have sent you <strong>last month’s</strong>, too.',
]

function conversation(ticket: Ticket): Conversation {
  const words = [...(ticket.id === sampleTicketId ? dialogue : []), ticket.preview]
  const messages: Message[] = words.map((html, index) => ({
    id: `message ${index + 1}`,
    position: index + 1,
    body: html,
    bodyHtml: `<p>${html}</p>`,
    quotedText: null,
    attachments: [],
    via: index === 1 ? 'CONSOLE' : 'TICKET_CENTER',
    createdAt: ago(2 - index / 2),
    author: index === 1 ? operator : customer,
  }))
  return { ticket: { ...ticket, customer, participants: [] }, messages, older: null }
}

/** A customer with three sample tickets; categories and FAQs are the website's own. */
export function sampleState(website: ConsoleSettingsWebsiteFragment): State {
  return {
    ...initialState,
    loaded: true,
    viewer: { ...customer, email: 'jane@example.com' },
    website,
    tickets,
    conversations: Object.fromEntries(tickets.map((ticket) => [ticket.id, conversation(ticket)])),
  }
}

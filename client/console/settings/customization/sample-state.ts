import type { ConsoleSettingsWebsiteFragment } from '../../../graphql/operations.ts'
import {
  type Conversation,
  initialState,
  type Message,
  type State,
  type Ticket,
} from '../../../ticket-center/state/state.ts'
import type { SettingsTexts } from '../use-text.ts'

const customer = { __typename: 'Customer' as const, id: 'customer', name: 'Jane Doe', erased: false }
const operator = { __typename: 'Operator' as const, id: 'operator', name: 'Sam Ortiz' }
export const sampleTicketId = 'ticket 3'

const hour = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * hour).toISOString()

function ticket(
  number: number,
  status: Ticket['status'],
  words: { subject: string; category: string | null; preview: string },
): Ticket {
  const lastActivityAt = ago(number === 3 ? 1 : (4 - number) * 30)
  return {
    id: `ticket ${number}`,
    number,
    subject: words.subject,
    status,
    categoryName: words.category,
    preview: words.preview,
    messageCount: 3,
    unreadCount: number === 2 ? 1 : 0,
    createdAt: lastActivityAt,
    lastActivityAt,
  }
}

/** What customers and the team of the sample tickets wrote. */
export function samplesIn(text: SettingsTexts) {
  const category = text('sample.category')
  const link = `<a href="#">${category}</a>`
  return {
    tickets: [
      ticket(3, 'PENDING', {
        subject: text('sample.invoice'),
        category,
        preview: text('sample.invoice.thanks'),
      }),
      ticket(2, 'OPEN', { subject: text('sample.address'), category, preview: text('sample.address.text') }),
      ticket(1, 'SOLVED', {
        subject: text('sample.code'),
        category: null,
        preview: text('sample.code.text'),
      }),
    ],
    dialogue: [
      text('sample.invoice.question'),
      text('sample.invoice.answer', { name: 'Jane', category: link }),
    ],
  }
}

export type Samples = ReturnType<typeof samplesIn>

function conversation(ticket: Ticket, dialogue: string[]): Conversation {
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
  const people = { customer, participants: [], assignee: null, teamReadPosition: 3, teamReadAt: ago(0.5) }
  return { ticket: { ...ticket, ...people, draft: null }, messages, older: null }
}

interface Sample {
  website: ConsoleSettingsWebsiteFragment
  samples: Samples
}

/** A customer with three sample tickets; categories and FAQs are the website's own. */
export function sampleState({ website, samples: { tickets, dialogue } }: Sample): State {
  return {
    ...initialState,
    loaded: true,
    viewer: { ...customer, email: 'jane@example.com' },
    website,
    tickets,
    conversations: Object.fromEntries(tickets.map((ticket) => [ticket.id, conversation(ticket, dialogue)])),
  }
}

import { oldTicket } from '../import/ticket.ts'
import type { Client } from '../support/client.ts'
import type { TestWebsite } from '../support/website.ts'

/** What a writer edits: a ticket of its own. */
interface Writer {
  key: Client
  customer: Client
  operator: Client
  ticketId: string
  categories: string[]
  operatorId: string
}

const oneOf = <Item>(items: Item[]) => items[Math.floor(items.length * Math.random())] as Item

let people = 0
const somebody = () => `somebody${process.pid}.${++people}@example.com`

/** Every kind of change that there is. Each may be interrupted between its calls. */
const kinds: Record<string, (writer: Writer, text: string) => Promise<unknown>> = {
  status: ({ key, ticketId }) =>
    key.run('setTicketStatus', { ticketId, status: oneOf(['OPEN', 'PENDING', 'SOLVED']) }, '__typename'),
  reply: ({ key, ticketId }, body) =>
    key.run('reply', { ticketId, body, status: oneOf(['OPEN', 'SOLVED']) }, '__typename'),
  answer: ({ customer, ticketId }, body) => customer.run('reply', { ticketId, body }, '__typename'),
  note: ({ key, ticketId }, body) => key.run('addNote', { ticketId, body }, '__typename'),
  async proposal({ key, operator, ticketId }, body) {
    const { draft } = await key.run('proposeReply', { ticketId, body }, 'draft { id }')
    return operator.run(oneOf(['approveReply', 'discardReply']), { id: draft.id }, '__typename')
  },
  assignee: ({ key, ticketId, operatorId }) =>
    key.run('assignTicket', { ticketId, operatorId: oneOf([operatorId, null]) }, '__typename'),
  category: ({ key, ticketId, categories }) =>
    key.run('setTicketCategory', { ticketId, categoryId: oneOf([...categories, null]) }, '__typename'),
  async fields({ key, ticketId, categories }, value) {
    await key.run('setTicketCategory', { ticketId, categoryId: categories[0] }, '__typename')
    return key.run('setTicketFields', { ticketId, fields: [{ name: 'serial', value }] }, '__typename')
  },
  async participant({ key, ticketId }) {
    const email = somebody()
    await key.run('addParticipant', { ticketId, email }, '__typename')
    return key.run('removeParticipant', { ticketId, email }, '__typename')
  },
  async rating({ key, customer, ticketId }, comment) {
    await key.run('setTicketStatus', { ticketId, status: 'SOLVED' }, '__typename')
    return customer.run('rateTicket', { ticketId, score: oneOf(['GOOD', 'BAD']), comment }, '__typename')
  },
  import: ({ key }) =>
    key.run('importTickets', { tickets: [oldTicket({ customer: { email: somebody() } })] }, '__typename'),
  /** The team writes in the ticket afterwards. */
  async erasure({ key }, body) {
    const email = somebody()
    const input = { subject: body, body, customerEmail: email, asCustomer: true }
    const { ticket } = await key.run('openTicket', input, 'ticket { id }')
    await key.run('eraseCustomer', { email }, '__typename')
    return key.run('reply', { ticketId: ticket.id, body }, '__typename')
  },
}

const common = Object.keys(kinds).filter((kind) => kind !== 'erasure')

/** Edits a new ticket in random ways until it must end. Counts what it made, by kind. */
export async function edit(
  website: TestWebsite,
  count: (kind: string) => void,
  ending: AbortSignal,
): Promise<void> {
  const writer = await writerIn(website)
  for (let made = 0; !ending.aborted; made++) {
    // Erasing waits for everybody who writes.
    const kind = Math.random() < 0.02 ? 'erasure' : oneOf(common)
    await kinds[kind]?.(writer, `Edit ${made}`)
    count(kind)
  }
}

async function writerIn({ key, customer, operator }: TestWebsite): Promise<Writer> {
  const { website } = await key.ask('{ website { categories { id } settings { operators { id } } } }')
  const own = await customer(somebody())
  const { ticket } = await own.run('openTicket', { subject: 'Help', body: 'Please' }, 'ticket { id }')
  return {
    key,
    customer: own,
    operator: await operator(),
    ticketId: ticket.id,
    categories: website.categories.map(({ id }: { id: string }) => id),
    operatorId: website.settings.operators[0].id,
  }
}

/** Participants, and two categories, the first with a field. */
export async function prepare(key: Client): Promise<void> {
  await key.run('updateWebsite', { participantsEnabled: true }, '__typename')
  const { category } = await key.run('createCategory', { name: 'Hardware' }, 'category { id }')
  const field = { categoryId: category.id, name: 'serial', label: 'Serial number', type: 'TEXT' }
  await key.run('createCategoryField', field, '__typename')
  await key.run('createCategory', { name: 'Billing' }, '__typename')
}

/** An input for `importTickets`; its external id is new unless it is given. */
export function oldTicket(more: object = {}) {
  return {
    externalId: crypto.randomUUID(),
    subject: 'Printer',
    status: 'SOLVED',
    customer: { email: 'jane@example.com', nickname: 'Jane' },
    createdAt: '2023-05-01T10:00:00.000Z',
    messages: [
      { body: 'It is on fire', author: { kind: 'CUSTOMER' }, createdAt: '2023-05-01T10:00:00.000Z' },
      { body: 'Use **water**', author: agent, createdAt: '2023-05-01T11:00:00.000Z' },
    ],
    ...more,
  }
}

const agent = { kind: 'OPERATOR', email: 'ada@acme.com', name: 'Ada L.' }

/** A message of the customer, or of the given author. */
export const oldMessage = (body: string, createdAt: string, author: object = { kind: 'CUSTOMER' }) => ({
  body,
  createdAt,
  author,
})

export const imported = 'imported { externalId created ticket { id number } issues { path message } }'

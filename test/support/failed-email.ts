/** An email about a ticket that was not sent because the customer's address was refused; returns its global id. */
export async function failedEmail(ticketId: string): Promise<string> {
  const { db } = await import('../../server/database/db.ts')
  const { encodeGlobalID, localId } = await import('../../server/api/global-id.ts')
  const { id, websiteId, customer, messages } = await db.ticket.findUniqueOrThrow({
    where: { id: localId('Ticket', ticketId) ?? '' },
    include: { customer: true, messages: { take: 1 } },
  })
  const key = { ticketId: id, role: 'CUSTOMER', email: customer.email } as const
  const { id: threadId } = await db.emailThread.upsert({
    where: { ticketId_role_email: key },
    create: { ...key, websiteId },
    update: {},
  })
  const email = await db.email.create({
    data: {
      websiteId,
      threadId,
      kind: 'RECEIVED',
      messageId: messages[0]?.id ?? '',
      firstPosition: 1,
      lastPosition: 1,
      state: 'FAILED',
    },
  })
  return encodeGlobalID('Email', email.id)
}

/** Input for a mutation about a quarantined email in a ticket. */
export async function quarantinedEmail(websiteId: string, ticketId: string) {
  const { db } = await import('../../server/database/db.ts')
  const { encodeGlobalID, localId } = await import('../../server/api/global-id.ts')
  const ticket = { connect: { id: localId('Ticket', ticketId) ?? '' } }
  const thread = { websiteId, ticket, role: 'CUSTOMER', email: 'former@example.com' } as const
  const { id } = await db.inboundEmail.create({
    data: {
      raw: new Uint8Array(Buffer.from('From: jane@example.com\r\n\r\nPlease')),
      state: 'QUARANTINED',
      thread: { create: thread },
    },
    select: { id: true },
  })
  return { id: encodeGlobalID('QuarantinedEmail', id) }
}

/** A reply that a key proposed for a ticket, as the input of a mutation. */
export async function proposedReply(ticketId: string): Promise<{ id: string }> {
  const { db } = await import('../../server/database/db.ts')
  const { decodeGlobalID, encodeGlobalID } = await import('../../server/api/global-id.ts')
  const { id } = decodeGlobalID(ticketId)
  const { websiteId } = await db.ticket.findUniqueOrThrow({ where: { id } })
  const { id: apiKeyId } = await db.apiKey.findFirstOrThrow({ where: { websiteId } })
  await db.proposal.deleteMany({ where: { ticketId: id } })
  const proposal = await db.proposal.create({ data: { ticketId: id, apiKeyId, body: 'Try this' } })
  return { id: encodeGlobalID('ProposedReply', proposal.id) }
}

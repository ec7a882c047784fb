import type { ActorKind } from '../../prisma/generated/client/enums.ts'
import type { Transaction } from '../database/db.ts'
import type { Member } from '../identity/viewer.ts'

/** Audits what the team decided about a quarantined email. */
export async function auditQuarantine(
  tx: Transaction,
  { kind, id, websiteId }: Member,
  action: string,
  { ticketId, reason }: { ticketId: string; reason: string | null },
): Promise<void> {
  const { number } = await tx.ticket.findUniqueOrThrow({ where: { id: ticketId }, select: { number: true } })
  const actorKind = kind.toUpperCase() as ActorKind
  const details = { ticket: number, reason: reason ?? '' }
  await tx.auditEvent.create({ data: { websiteId, actorKind, actorId: id, action, details } })
}

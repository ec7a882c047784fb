import type { MailRole } from '../../prisma/generated/client/enums.ts'

/**
 * Whether somebody may be sent what others wrote: not so participants, whom any customer can name, before they have
 * answered their invitation; unless they have been to the ticket center themselves.
 */
export function isTrusted(
  role: MailRole,
  confirmedAt: Date | null | undefined,
  customer: { firstSeenAt: Date | null } | null | undefined,
): boolean {
  return role !== 'PARTICIPANT' || confirmedAt != null || customer?.firstSeenAt != null
}

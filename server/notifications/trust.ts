import type { MailRole } from '../../prisma/generated/client/enums.ts'

/**
 * Whether somebody may be sent what others wrote: not so participants, whom any customer can name, before they have
 * answered their invitation; unless they are a customer themselves.
 */
export function isTrusted(
  role: MailRole,
  confirmedAt: Date | null | undefined,
  isCustomer: boolean,
): boolean {
  return role !== 'PARTICIPANT' || isCustomer || confirmedAt != null
}

import { z } from 'zod'
import type { Prisma } from '../../../prisma/generated/client/client.ts'
import { eventNames } from '../../tickets/events/ticket-event.ts'

/** Rule for the types of events: each once, as an empty list for all. */
export const eventTypes = z
  .array(z.string().refine((type) => eventNames.has(type)))
  .max(100, 'Give each type once')
  .transform((types) => [...new Set(types)])

/** Rule for a description; blank for none. */
export const description = z.string().trim().max(200, 'A description can have at most 200 characters')

/** What the audit log shows of an endpoint: its address may contain a key. */
export function auditDetails({ url, events }: { url: string; events: string[] }): Prisma.InputJsonObject {
  return { host: new URL(url).host, events }
}

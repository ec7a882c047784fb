import { z } from 'zod'
import { sha256 } from '../keys/keys.ts'

const uuid = z.guid()

/** Kinds of callers with an allowance of their own. */
export const spenders = ['customer', 'operator', 'integration', 'root', 'address'] as const

export const wakeFormat = z.object({
  topics: z.array(z.string()),
  ticketId: uuid.optional(),
  /** When the ticket, or the website's settings, changed, in milliseconds: shows which wake-ups are missing. */
  at: z.int().optional(),
  /** Events have been numbered: each process looks at them itself. */
  numbered: z.literal(true).optional(),
  /** Somebody types a reply. */
  typing: z.object({ ticketId: uuid, kind: z.enum(['customer', 'operator']), id: uuid }).optional(),
  /** Points that callers spent from their allowances: kind, caller, points. */
  spent: z.array(z.tuple([z.enum(spenders), z.string(), z.number().nonnegative()])).optional(),
})

/** A change. It contains only ids: each subscriber reads what it may see. */
export type Wake = z.infer<typeof wakeFormat> & {
  /** Place in the log, within this process. */
  place?: { position: number; id: string }
}

export const topics = {
  ticket: (ticketId: string) => `ticket:${ticketId}`,
  typing: (ticketId: string) => `typing:${ticketId}`,
  team: (websiteId: string) => `team:${websiteId}`,
  /** Hashed to be short, whatever the address is: a NOTIFY holds 8,000 bytes. */
  reader: (websiteId: string, email: string) => `reader:${sha256(`${websiteId}:${email}`)}`,
  website: (websiteId: string) => `website:${websiteId}`,
}

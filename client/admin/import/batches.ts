import type { ImportedTicketInput } from '../../graphql/admin-operations.ts'

const maxTickets = 100
/** Maximum bytes of a call, so that its cost and its body are within the server's limits. */
export const maxSize = 300_000

export const sizeOf = (ticket: ImportedTicketInput): number => Buffer.byteLength(JSON.stringify(ticket))

/** Tickets in groups that fit in one call each. */
export async function* batches(
  tickets: AsyncIterable<ImportedTicketInput>,
): AsyncGenerator<ImportedTicketInput[]> {
  let [batch, size] = [[] as ImportedTicketInput[], 0]
  for await (const ticket of tickets) {
    const own = sizeOf(ticket)
    if (batch.length > 0 && (batch.length === maxTickets || size + own > maxSize)) {
      yield batch
      ;[batch, size] = [[], 0]
    }
    batch.push(ticket)
    size += own
  }
  if (batch.length > 0) yield batch
}

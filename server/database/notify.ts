import { Prisma } from '../../prisma/generated/client/client.ts'
import { rows } from './rows.ts'

/** Characters, all ASCII, for what is sent: with what is around it, a NOTIFY holds 8,000 bytes. */
const maxLength = 7_800

export async function notify(channel: string, notice: object): Promise<void> {
  await rows(Prisma.sql`SELECT pg_notify(${channel}, ${JSON.stringify(notice)})`)
}

/** How many of these, from the first on, fit into one NOTIFY. */
export function fitting(parts: object[]): number {
  let size = 0
  const beyond = parts.findIndex((part) => {
    size += JSON.stringify(part).length + 1
    return size > maxLength
  })
  return beyond === -1 ? parts.length : Math.max(1, beyond)
}

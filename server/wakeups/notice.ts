import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { wakeFormat } from './wake.ts'

/**
 * What one process sends to the others. During an update both releases run: the previous one ignores new optional keys,
 * and any other change of the format needs a new version.
 */
const notice = z.object({ version: z.literal(1), from: z.string(), wakes: z.array(wakeFormat) })

export type Notice = z.infer<typeof notice>

export const channel = 'ticket_center'
export const thisProcess = randomUUID()

/** Undefined for anything else: anyone with access to the database can notify, and so can another version. */
export function readNotice(payload: string): Notice | undefined {
  try {
    return notice.parse(JSON.parse(payload))
  } catch {
    return undefined
  }
}

import { db } from '../database/db.ts'
import { log } from '../log/log.ts'

const used = { signingSecret: new Map<string, Date>(), apiKey: new Map<string, Date>() }
let timer: NodeJS.Timeout | undefined

/** Remembers that a secret or key was used. Written at most once a minute: a read must not write. */
export function noteUse(what: keyof typeof used, id: string): void {
  used[what].set(id, new Date())
  timer ??= setTimeout(writeUses, 60_000).unref()
}

/** Writes what is remembered; also on shutdown. */
export async function writeUses(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const secrets = [...used.signingSecret]
  const keys = [...used.apiKey]
  used.signingSecret.clear()
  used.apiKey.clear()
  try {
    for (const [id, lastUsedAt] of secrets)
      await db.signingSecret.updateMany({ where: { id }, data: { lastUsedAt } })
    for (const [id, lastUsedAt] of keys) await db.apiKey.updateMany({ where: { id }, data: { lastUsedAt } })
  } catch (error) {
    log.warn({ err: error }, 'the last use of a secret or key was not stored')
  }
}
